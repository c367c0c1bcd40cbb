import type { HelpConfiguration } from 'commander';
import stringWidth from 'string-width';
import type { Language, Messages } from '../messages/messages.js';
import { wrapChinese } from './wrap-chinese.js';

/** Help in the user's language, aligned by display width: a Chinese character takes two columns. */
export function localisedHelp(messages: Messages, language: Language): HelpConfiguration {
  const { help } = messages;
  const titles = new Map([
    ['Usage:', help.usage],
    ['Arguments:', help.arguments],
    ['Options:', help.options],
    ['Global Options:', help.globalOptions],
    ['Commands:', help.commands],
  ]);
  return {
    showGlobalOptions: true,
    styleTitle: (title) => titles.get(title) ?? title,
    displayWidth: stringWidth,
    optionDescription: (option) => option.description,
    ...(language === 'zh-CN' ? { boxWrap: wrapChinese } : {}),
  };
}

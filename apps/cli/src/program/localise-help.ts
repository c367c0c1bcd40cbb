import type { HelpConfiguration } from 'commander';
import type { Language, Messages } from '../messages/messages.js';

/** Help in the user's language. What only some languages need is loaded for them alone. */
export async function localisedHelp({ help }: Messages, language: Language): Promise<HelpConfiguration> {
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
    optionDescription: (option) => option.description,
    ...(language === 'zh-CN' ? (await import('./chinese-layout.js')).chineseLayout : {}),
  };
}

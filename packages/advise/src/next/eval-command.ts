import { askedOptions } from './asked-options.js';
import type { AskedSetting } from './asked-setting.js';
import { shellWord } from './shell-word.js';

/** `understudy eval` for a model in given settings: a line for each way of asking, as its options hold for all of its tasks. */
export function evalCommands(spec: string, settings: readonly AskedSetting[]): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const setting of settings) {
    const options = askedOptions(setting);
    lines.set(options, [...(lines.get(options) ?? []), setting.task]);
  }
  return [...lines].map(
    ([options, tasks]) => `understudy eval --model ${shellWord(spec)} --tasks ${tasks.join(',')}${options}`,
  );
}

/** Tasks without settings of their own are asked as their files say; as messages where a server for chats takes nothing else. */
export function evalCommandOf(
  spec: string,
  { tasks, asMessages }: { readonly tasks: readonly string[]; readonly asMessages: boolean },
): string {
  return `understudy eval --model ${shellWord(spec)} --tasks ${tasks.join(',')}${asMessages ? CHAT : ''}`;
}

const CHAT = ' --apply_chat_template';

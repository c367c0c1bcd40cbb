import type { Setting } from '@understudy/evidence';
import { shellWord } from './shell-word.js';

/** What of a setting decides the command line. */
export type AskedSetting = Pick<Setting, 'task' | 'numFewshot' | 'usesChatTemplate' | 'documents' | 'documentsTotal'>;

/** `understudy eval` for a model in given settings: a line for each way of asking, as its options hold for all of its tasks. */
export function evalCommands(spec: string, settings: readonly AskedSetting[]): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const setting of settings) {
    const options = optionsOf(setting);
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

function optionsOf({ numFewshot, usesChatTemplate, documents, documentsTotal }: AskedSetting): string {
  const shots = numFewshot === null ? '' : ` --num_fewshot ${numFewshot}`;
  const template = usesChatTemplate ? CHAT : '';
  const limit = documents < documentsTotal ? ` --limit ${documents}` : '';
  return `${shots}${template}${limit}`;
}

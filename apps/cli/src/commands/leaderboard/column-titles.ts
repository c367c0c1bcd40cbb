import type { BoardColumn } from '@understudy/evidence';
import type { Messages } from '../../messages/messages.js';
import { formatCount } from '../../terminal/format-count.js';

/** Names of columns, by key, as short as tell them apart: the task, and of one task's several settings what differs between them. */
export function columnTitles(
  columns: readonly BoardColumn[],
  texts: Messages['leaderboard'],
): ReadonlyMap<string, string> {
  const titled = columns.map((column) => {
    const own = columns.filter(({ setting }) => setting.task === column.setting.task);
    return { key: column.key, title: [column.setting.task, ...differences(column, own, texts)].join(' ') };
  });
  return new Map(
    titled.map(({ key, title }) => {
      // What differs has no short name, a prompt say: the end of the key tells them apart.
      const isUnique = titled.every((other) => other.key === key || other.title !== title);
      return [key, isUnique ? title : `${title} ${key.slice(key.lastIndexOf('~'))}`] as const;
    }),
  );
}

function differences(
  { setting }: BoardColumn,
  columns: readonly BoardColumn[],
  texts: Messages['leaderboard'],
): readonly string[] {
  const varies = (of: (setting: BoardColumn['setting']) => unknown): boolean => {
    return columns.some((other) => of(other.setting) !== of(setting));
  };
  return [
    ...(varies(({ metric }) => metric) ? [setting.metric] : []),
    ...(varies(({ filter }) => filter) ? [setting.filter] : []),
    ...(varies(({ numFewshot }) => numFewshot) ? [texts.shots(setting.numFewshot)] : []),
    ...(varies(({ usesChatTemplate }) => usesChatTemplate) && setting.usesChatTemplate ? [texts.chat] : []),
    ...(varies(({ documents }) => documents) ? [texts.documents(formatCount(setting.documents))] : []),
    ...(varies(({ version }) => version) ? [texts.version(setting.version)] : []),
  ];
}

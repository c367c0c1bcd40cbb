import { diffTable, type RunDiff } from '@understudy/evaluate';
import type { Messages } from '../../messages/messages.js';
import { formatColumns } from '../../terminal/columns.js';

/** The summary of a comparison: which runs, a table by task and metric, and the tasks that only one of them has. */
export function diffSummary(diff: RunDiff, { diff: texts }: Messages): string {
  const { first, second, tasks, tasksOnlyInFirst, tasksOnlyInSecond } = diff;
  const { columns, rows } = diffTable(diff, texts.columns);
  const lines = [
    texts.first(first.id, first.model),
    texts.second(second.id, second.model),
    ...(tasks.length > 0 ? [formatColumns(columns, rows)] : []),
    ...(tasksOnlyInFirst.length > 0 ? [texts.onlyFirst(tasksOnlyInFirst.join(', '))] : []),
    ...(tasksOnlyInSecond.length > 0 ? [texts.onlySecond(tasksOnlyInSecond.join(', '))] : []),
  ];
  return lines.join('\n');
}

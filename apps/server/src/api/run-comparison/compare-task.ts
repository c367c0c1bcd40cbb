import type { Store } from '@understudy/store';
import { nextTurn } from '../../runs/next-turn.js';
import type { TaskOfRun } from '../runs/task-of-run.js';
import { columnBody } from './column-body.js';
import type { ColumnComparisonBody, TaskComparisonBody } from './schema.js';
import { taskDifferences } from './settings-difference.js';

/** Two runs on one task, column by column; between columns the server answers others. */
export async function compareTask(runs: Store, first: TaskOfRun, second: TaskOfRun): Promise<TaskComparisonBody> {
  const task = first.task.task;
  const others = new Set((await runs.sampleColumns(second.run.id, task)).map(({ name }) => name));
  const columns = (await runs.sampleColumns(first.run.id, task)).filter(({ name }) => others.has(name));
  const bodies: ColumnComparisonBody[] = [];
  let totals = { matched: 0, onlyInFirst: 0, onlyInSecond: 0, promptsDiffering: 0 };
  for (const column of columns) {
    const pair = { firstRun: first.run.id, secondRun: second.run.id, task, column: column.name };
    const counts = await runs.countPairs(pair);
    const { matched, onlyInFirst, onlyInSecond, promptsDiffering } = counts;
    totals = { matched, onlyInFirst, onlyInSecond, promptsDiffering };
    bodies.push(columnBody(column, first.task, counts));
    await nextTurn();
  }
  return { task, settings: taskDifferences(first.task, second.task), ...totals, columns: bodies };
}

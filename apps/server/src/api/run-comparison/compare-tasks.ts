import { primaryMetric } from '@understudy/evidence';
import type { Run, RunTask, Store } from '@understudy/store';
import { nextTurn } from '../../runs/next-turn.js';
import { columnBody } from './column-body.js';
import type { TasksComparisonBody } from './schema.js';
import { taskDifferences } from './settings-difference.js';

type TaskBody = TasksComparisonBody['tasks'][number];

/** Two runs on each task that both have, by its main metric, paired by document: one column of each is read, between tasks others are answered. */
export async function compareTasks(runs: Store, first: Run, second: Run): Promise<TasksComparisonBody> {
  const others = new Map((await runs.listTasks(second.id)).map((task) => [task.task, task]));
  const tasks: TaskBody[] = [];
  for (const task of await runs.listTasks(first.id)) {
    const other = others.get(task.task);
    if (other === undefined) continue;
    tasks.push(await compareMainMetric(runs, { id: first.id, task }, { id: second.id, task: other }));
    await nextTurn();
  }
  return { tasks };
}

interface Side {
  readonly id: string;
  readonly task: RunTask;
}

async function compareMainMetric(runs: Store, first: Side, second: Side): Promise<TaskBody> {
  const { task } = first.task;
  const common = new Set((await runs.sampleColumns(second.id, task)).map(({ name }) => name));
  const metrics = (await runs.sampleColumns(first.id, task))
    .filter(({ name, kind }) => kind === 'metric' && common.has(name))
    .map((column) => ({ column, metric: column.name.slice(0, column.name.lastIndexOf(',')) }))
    .filter(({ metric }) => metric !== 'bypass');
  const settingsDiffering = taskDifferences(first.task, second.task).length;
  const column = primaryMetric(task, metrics)?.column;
  if (column === undefined) return { task, settingsDiffering, promptsDiffering: 0, column: null };
  const counts = await runs.countPairs({ firstRun: first.id, secondRun: second.id, task, column: column.name });
  const { promptsDiffering } = counts;
  return { task, settingsDiffering, promptsDiffering, column: columnBody(column, first.task, counts) };
}

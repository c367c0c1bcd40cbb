import type { Kysely } from 'kysely';
import type { RunTask } from '../../run.js';
import type { SampleCount } from '../../store.js';
import { configHash } from '../../results/config-hash.js';
import type { RunProgress } from '../../results/task-result.js';
import type { CountChange } from '../browse/write-columns.js';
import type { Tables } from '../tables.js';

/** Begins to count the samples of a new task. */
export async function beginTotals(db: Kysely<Tables>, runTaskId: number, { config }: RunTask): Promise<void> {
  await db
    .insertInto('task_totals')
    .values({ run_task_id: runTaskId, config_hash: configHash(config), stored: 0, failed: 0 })
    .execute();
}

/** Counts samples that were just written. Belongs into the same transaction. */
export async function addToTotals(
  db: Kysely<Tables>,
  runTaskId: number,
  { stored, failed }: CountChange,
): Promise<void> {
  await db
    .updateTable('task_totals')
    .set((eb) => ({ stored: eb('stored', '+', stored), failed: eb('failed', '+', failed) }))
    .where('run_task_id', '=', runTaskId)
    .execute();
}

/** The tasks of a run with the samples that they have. */
export async function selectProgress(db: Kysely<Tables>, runId: string): Promise<RunProgress['tasks']> {
  return db
    .selectFrom('run_tasks')
    .innerJoin('task_totals', 'task_totals.run_task_id', 'run_tasks.id')
    .where('run_tasks.run_id', '=', runId)
    .orderBy('run_tasks.id')
    .select(['run_tasks.task', 'run_tasks.documents_expected as expected', 'task_totals.stored', 'task_totals.failed'])
    .execute();
}

/** Counts by task name, for tasks with samples. */
export async function countSamples(db: Kysely<Tables>, runId: string): Promise<ReadonlyMap<string, SampleCount>> {
  const tasks = await selectProgress(db, runId);
  return new Map(tasks.flatMap(({ task, stored, failed }) => (stored === 0 ? [] : [[task, { stored, failed }]])));
}

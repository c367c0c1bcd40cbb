import { type Kysely, sql } from 'kysely';
import type { StaleResult, StoredTaskResult, TaskResult } from '../../results/task-result.js';
import { fromJson, toJson } from '../json.js';
import type { Tables } from '../tables.js';

/** The part of a result that is kept as JSON; the rest has columns. */
type ResultContent = Pick<TaskResult, 'metrics' | 'flags'>;

/** Keeps a result in place of an earlier one. */
export async function updateResult(
  db: Kysely<Tables>,
  runTaskId: number,
  { scored, failed, ...content }: TaskResult,
): Promise<void> {
  const { metrics, flags }: ResultContent = content;
  await db
    .updateTable('task_totals')
    .set({ result_scored: scored, result_failed: failed, result: toJson({ metrics, flags }) })
    .where('run_task_id', '=', runTaskId)
    .execute();
}

/** Kept results of these runs that are over the samples that there are, run by run in the order of the tasks. */
export async function selectResults(
  db: Kysely<Tables>,
  runIds: readonly string[],
): Promise<readonly StoredTaskResult[]> {
  const rows = await totals(db)
    .where('run_tasks.run_id', 'in', runIds)
    .where(isFresh)
    .orderBy('run_tasks.run_id')
    .orderBy('run_tasks.id')
    .select([
      'run_tasks.run_id',
      'run_tasks.task',
      'run_tasks.version',
      'run_tasks.num_fewshot',
      'run_tasks.documents_total',
      'run_tasks.documents_expected',
      'task_totals.config_hash',
      'task_totals.result_scored',
      'task_totals.result_failed',
      'task_totals.result',
    ])
    .execute();
  return rows.map((row) => ({
    // `updateResult` wrote it.
    ...(fromJson(row.result ?? '{}') as ResultContent),
    scored: row.result_scored ?? 0,
    failed: row.result_failed ?? 0,
    runId: row.run_id,
    task: row.task,
    version: row.version,
    numFewshot: row.num_fewshot,
    documentsTotal: row.documents_total,
    documentsExpected: row.documents_expected,
    configHash: row.config_hash,
  }));
}

/** Tasks without such a result, of all runs or of one. */
export async function selectStale(db: Kysely<Tables>, runId: string | undefined): Promise<readonly StaleResult[]> {
  const rows = await totals(db)
    .where((eb) => eb.not(isFresh))
    .$if(runId !== undefined, (query) => query.where('run_tasks.run_id', '=', runId ?? ''))
    .orderBy('run_tasks.id')
    .select(['run_tasks.run_id', 'run_tasks.task'])
    .execute();
  return rows.map((row) => ({ runId: row.run_id, task: row.task }));
}

function totals(db: Kysely<Tables>) {
  return db.selectFrom('run_tasks').innerJoin('task_totals', 'task_totals.run_task_id', 'run_tasks.id');
}

/** Samples are only ever added, and failed ones replaced: a result over as many scored and as many failed samples is over the same ones. */
const isFresh = sql<boolean>`coalesce(task_totals.result_failed = task_totals.failed
  and task_totals.result_scored = task_totals.stored - task_totals.failed, false)`;

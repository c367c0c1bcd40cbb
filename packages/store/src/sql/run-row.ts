import type { Insertable, Selectable } from 'kysely';
import type { JsonObject, NewRun, Run, RunSession, RunStatus, RunTask } from '../run.js';
import { fromJson, toJson } from './json.js';
import { isOwned, type RunOwner } from './run-owner.js';
import type { RunsTable, RunTasksTable } from './tables.js';

/** A new run as a row that belongs to its owner. */
export function runToRow(
  run: NewRun,
  { id, owner, now }: { id: string; owner: RunOwner; now: number },
): Insertable<RunsTable> {
  return {
    id,
    fingerprint: run.fingerprint,
    model: run.model,
    identity: run.identity,
    source: run.source,
    engine: toJson(run.engine),
    settings: toJson(run.settings),
    command: toJson(run.command),
    selection: toJson(run.selection),
    seed: run.seed,
    version: run.version,
    created_at: run.createdAt ?? now,
    ended_at: null,
    status: 'running',
    sessions: toJson([]),
    ...owner,
    heartbeat_at: now,
    live: null,
  };
}

/** A run as it stands at the time `now`. */
export function rowToRun(row: Selectable<RunsTable>, now: number): Run {
  const isInterrupted = row.status === 'running' && !isOwned(row, now);
  return {
    id: row.id,
    fingerprint: row.fingerprint,
    model: row.model,
    identity: row.identity,
    source: row.source === 'lm-eval' ? 'lm-eval' : 'understudy',
    engine: fromJson(row.engine) as JsonObject,
    settings: fromJson(row.settings) as JsonObject,
    command: fromJson(row.command) as JsonObject,
    selection: fromJson(row.selection) as JsonObject,
    seed: row.seed,
    version: row.version,
    createdAt: row.created_at,
    endedAt: row.ended_at ?? undefined,
    // Only `createRun`, `resumeRun` and `finishRun` write the column, each a status.
    status: isInterrupted ? 'interrupted' : (row.status as RunStatus),
    sessions: fromJson(row.sessions) as readonly RunSession[],
  };
}

/** A leaf task as a row. */
export function taskToRow(task: RunTask, runId: string): Insertable<RunTasksTable> {
  return {
    run_id: runId,
    task: task.task,
    version: task.version,
    num_fewshot: task.numFewshot,
    documents_total: task.documentsTotal,
    documents_expected: task.documentsExpected,
    higher_is_better: toJson(task.higherIsBetter),
    config: toJson(task.config),
  };
}

/** A leaf task of a run. */
export function rowToTask(row: Selectable<RunTasksTable>): RunTask {
  return {
    task: row.task,
    version: row.version,
    numFewshot: row.num_fewshot,
    documentsTotal: row.documents_total,
    documentsExpected: row.documents_expected,
    higherIsBetter: fromJson(row.higher_is_better) as RunTask['higherIsBetter'],
    config: fromJson(row.config) as JsonObject,
  };
}

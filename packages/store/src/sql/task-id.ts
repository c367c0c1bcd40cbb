import type { Kysely } from 'kysely';
import { BugError, UserError } from '@understudy/core';
import type { Tables } from './tables.js';

/** The number of a run's task, for code that has added it before. */
export async function taskId(db: Kysely<Tables>, runId: string, task: string): Promise<number> {
  const id = await selectTaskId(db, runId, task);
  if (id !== undefined) return id;
  throw new BugError({
    code: 'run-task-unknown',
    message: `The run ${runId} has no task ${task}; addTask comes first.`,
    values: { runId, task },
  });
}

/** The number of a task that a user named. */
export async function namedTaskId(db: Kysely<Tables>, runId: string, task: string): Promise<number> {
  const id = await selectTaskId(db, runId, task);
  if (id !== undefined) return id;
  throw new UserError({
    code: 'run-task-missing',
    message: `Could not look through the samples of ${task} in the run ${runId}: the run has no such task.`,
    hint: `\`understudy runs show ${runId}\` names its tasks.`,
    values: { runId, task },
  });
}

async function selectTaskId(db: Kysely<Tables>, runId: string, task: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('run_tasks')
    .select('id')
    .where('run_id', '=', runId)
    .where('task', '=', task)
    .executeTakeFirst();
  return row?.id;
}

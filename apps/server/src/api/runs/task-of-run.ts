import type { Run, RunTask, Store } from '@understudy/store';
import { ApiError } from '../../http/api-error.js';

/** A run, and one of its leaf tasks. */
export interface TaskOfRun {
  readonly run: Run;
  readonly task: RunTask;
}

/** Finds a task of a run; the run by its id or the beginning of it. Throws `ApiError` 404, `UserError` where no run or several match. */
export async function taskOfRun(runs: Store, idOrPrefix: string, name: string): Promise<TaskOfRun> {
  const run = await runs.getRun(idOrPrefix);
  const task = (await runs.listTasks(run.id)).find((each) => each.task === name);
  if (task === undefined) {
    throw new ApiError({
      status: 404,
      code: 'run-task-unknown',
      message: `The run ${run.id} has no task ${name}.`,
      hint: 'The page of the run lists its tasks.',
    });
  }
  return { run, task };
}

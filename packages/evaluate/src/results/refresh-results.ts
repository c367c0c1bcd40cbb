import type { StaleResult, Store } from '@understudy/store';
import { reportTask } from '../report/report-task.js';
import { toTaskResult } from './to-task-result.js';

/**
 * Replicates of the bootstrap standard errors that are kept (of perplexity; others have a formula): they are then right to about 2%
 * (1/√(2·1000)). The 100,000 of a report take half a minute for 5,000 documents. Intervals do not depend on it.
 */
export const KEPT_BOOTSTRAP_ITERATIONS = 1_000;

/** How far the computing of results is. */
export interface RefreshProgress extends StaleResult {
  /** Tasks whose results are kept by now, this one included, of `total`. */
  readonly done: number;
  readonly total: number;
}

/** Which results to refresh. */
export interface RefreshOptions {
  /** Only those of one run; of all by default. */
  readonly runId?: string | undefined;
  /** Ends the work between two tasks, with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Computes and keeps the results that ended runs do not have: those of databases made before results were kept, and of runs that were
 * killed or stopped halfway. A task whose result cannot be computed keeps the others waiting no longer: its error is thrown when they are
 * done. Yields after each task. Reads about 100,000 samples a second; other work of the process has its turn meanwhile.
 */
export async function* refreshResults(
  store: Store,
  { runId, signal }: RefreshOptions = {},
): AsyncGenerator<RefreshProgress, void, undefined> {
  const stale = await store.staleResults({ runId });
  let failure: { readonly error: unknown } | undefined;
  for (const [index, { runId: id, task: name }] of stale.entries()) {
    signal?.throwIfAborted();
    const task = (await store.listTasks(id)).find((one) => one.task === name);
    // The run was removed meanwhile.
    if (task === undefined) continue;
    try {
      const report = await reportTask(store, { runId: id, task, bootstrapIterations: KEPT_BOOTSTRAP_ITERATIONS });
      await store.putResult(id, name, toTaskResult(report));
    } catch (error) {
      // Removed while its samples were read.
      if ((await store.listTasks(id)).length > 0) failure ??= { error };
      continue;
    }
    yield { runId: id, task: name, done: index + 1, total: stale.length };
  }
  if (failure !== undefined) throw failure.error;
}

/** Computes and keeps what the tasks of a run came to that has just ended. */
export async function keepResults(store: Store, runId: string): Promise<void> {
  const refreshing = refreshResults(store, { runId });
  while ((await refreshing.next()).done !== true);
}

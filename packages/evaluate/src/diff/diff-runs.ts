import type { Store } from '@understudy/store';
import { compareSamples } from './compare-samples.js';
import { pairSamples } from './pair-samples.js';
import type { RunDiff, SampleComparison, SampleDiff, TaskDiff } from './run-diff.js';
import { TaskTotals } from './task-totals.js';

/** Which runs to compare, and how closely. */
export interface DiffRunsOptions {
  /** Ids of runs, or the beginnings of them. */
  readonly first: string;
  readonly second: string;
  /** Only these tasks; all that both runs have by default. */
  readonly tasks?: readonly string[] | undefined;
  /** Log-likelihoods that differ by no more nats count as equal; 0.01 by default. */
  readonly tolerance?: number | undefined;
}

const TOLERANCE = 0.01;

/**
 * Compares two runs document by document: yields the documents on which they differ (another prompt, target, answer or metric, or a
 * log-likelihood further off than the tolerance) and returns the summary.
 */
export async function* diffRuns(
  store: Store,
  options: DiffRunsOptions,
): AsyncGenerator<SampleDiff, RunDiff, undefined> {
  const { tolerance = TOLERANCE } = options;
  const [first, second] = [await store.getRun(options.first), await store.getRun(options.second)];
  const [firstTasks, secondTasks] = [await taskNames(store, first.id), await taskNames(store, second.id)];
  const wanted = (task: string): boolean => options.tasks?.includes(task) ?? true;
  const tasks: TaskDiff[] = [];
  for (const task of firstTasks.filter((name) => secondTasks.includes(name) && wanted(name))) {
    const totals = new TaskTotals(task);
    for await (const pair of pairSamples(store, { task, firstRun: first.id, secondRun: second.id })) {
      if (pair.kind === 'first-only') totals.onlyInFirst += 1;
      else if (pair.kind === 'second-only') totals.onlyInSecond += 1;
      else {
        const comparison = compareSamples(pair.first, pair.second);
        totals.add(pair.first, pair.second, comparison);
        if (isDifferent(comparison, tolerance)) yield { task, first: pair.first, second: pair.second, comparison };
      }
    }
    tasks.push(totals.summary());
  }
  return {
    first,
    second,
    tasks,
    tasksOnlyInFirst: firstTasks.filter((task) => !secondTasks.includes(task)),
    tasksOnlyInSecond: secondTasks.filter((task) => !firstTasks.includes(task)),
  };
}

async function taskNames(store: Store, runId: string): Promise<readonly string[]> {
  return (await store.listTasks(runId)).map(({ task }) => task);
}

function isDifferent(comparison: SampleComparison, tolerance: number): boolean {
  const { samePrompt, sameTarget, sameAnswer, deltas, metricsDiffering } = comparison;
  if (!samePrompt || !sameTarget || sameAnswer === false || metricsDiffering.length > 0) return true;
  return deltas.some((delta) => !(Math.abs(delta) <= tolerance));
}

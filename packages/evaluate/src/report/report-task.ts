import type { RunTask, SampleFlags } from '@understudy/store';
import { MetricTotals } from './metric-totals.js';
import type { TaskReport } from './run-report.js';
import type { RunReader } from './run-reader.js';

const NO_FLAGS: SampleFlags = { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 0 };

/** Which stored task to report, and how. */
export interface ReportTaskOptions {
  readonly runId: string;
  readonly task: RunTask;
  readonly bootstrapIterations: number;
}

/** Reads the scores of a leaf task once, piece by piece, and says what they come to. */
export async function reportTask(
  store: RunReader,
  { runId, task, bootstrapIterations }: ReportTaskOptions,
): Promise<TaskReport> {
  const totals = new MetricTotals(task);
  let flags = NO_FLAGS;
  let scored = 0;
  let failed = 0;
  for await (const score of store.scores(runId, task.task)) {
    if (score.failed) failed += 1;
    else scored += 1;
    totals.add(score.outcomes);
    flags = addFlags(flags, score.flags);
  }
  return {
    kind: 'task',
    name: task.task,
    alias: aliasOf(task),
    task,
    metrics: totals.report(bootstrapIterations),
    scored,
    failed,
    flags,
  };
}

function addFlags(sum: SampleFlags, flags: SampleFlags): SampleFlags {
  return {
    truncatedPrompts: sum.truncatedPrompts + flags.truncatedPrompts,
    truncatedAnswers: sum.truncatedAnswers + flags.truncatedAnswers,
    noAnswers: sum.noAnswers + flags.noAnswers,
    ties: sum.ties + flags.ties,
    cachedResponses: sum.cachedResponses + flags.cachedResponses,
  };
}

/** The name to show. */
export function aliasOf({ task, config }: RunTask): string {
  const { task_alias: alias } = config;
  return typeof alias === 'string' ? alias : task;
}

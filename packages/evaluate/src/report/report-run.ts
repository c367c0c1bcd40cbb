import type { EngineCounters } from '@understudy/core';
import type { Run, RunTask, StoredTaskResult } from '@understudy/store';
import { KEPT_BOOTSTRAP_ITERATIONS } from '../results/refresh-results.js';
import { addService } from '../run/add-service.js';
import { toMetricReport } from './metric-result.js';
import { reportGroup } from './report-group.js';
import { aliasOf, reportTask } from './report-task.js';
import type { RunReport, TaskReport } from './run-report.js';
import type { RunReader } from './run-reader.js';
import { groupsOf, storedRoots } from './stored-selection.js';

/** What the reference harness takes. */
const BOOTSTRAP_ITERATIONS = 100_000;

/** How a run is reported. */
export interface ReportRunOptions {
  /** Replicates of bootstrap standard errors (perplexity); 0 leaves all standard errors out. 100,000 by default. */
  readonly bootstrapIterations?: number | undefined;
}

/** Computes what a run comes to from its stored samples, a few bytes of memory a sample. */
export async function reportRun(store: RunReader, runId: string, options: ReportRunOptions = {}): Promise<RunReport> {
  const { bootstrapIterations = BOOTSTRAP_ITERATIONS } = options;
  const run = await store.getRun(runId);
  const tasks: TaskReport[] = [];
  for (const task of await store.listTasks(run.id)) {
    tasks.push(await reportTask(store, { runId: run.id, task, bootstrapIterations }));
  }
  return runReport(run, tasks, bootstrapIterations);
}

/**
 * What a run comes to, from the results that are kept of its tasks. Undefined where those of a task are missing.
 * @param tasks all leaf tasks of the run
 */
export function reportFromResults(
  run: Run,
  tasks: readonly RunTask[],
  results: readonly StoredTaskResult[],
): RunReport | undefined {
  const byName = new Map(results.filter(({ runId }) => runId === run.id).map((result) => [result.task, result]));
  const reports = tasks.flatMap((task): readonly TaskReport[] => {
    const result = byName.get(task.task);
    return result === undefined ? [] : [taskReportOf(task, result)];
  });
  return reports.length < tasks.length ? undefined : runReport(run, reports, KEPT_BOOTSTRAP_ITERATIONS);
}

function taskReportOf(task: RunTask, { metrics, scored, failed, flags }: StoredTaskResult): TaskReport {
  return {
    kind: 'task',
    name: task.task,
    alias: aliasOf(task),
    task,
    metrics: metrics.map(toMetricReport),
    scored,
    failed,
    flags,
  };
}

function runReport(run: Run, tasks: readonly TaskReport[], bootstrapIterations: number): RunReport {
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const roots = storedRoots(run);
  return {
    run,
    roots,
    tasks,
    groups: groupsOf(roots).map((group) => reportGroup(group, byName)),
    counters: sumCounters(run),
    elapsedMs: run.sessions.reduce((sum, session) => sum + session.elapsedMs, 0),
    bootstrapIterations,
  };
}

function sumCounters(run: Run): EngineCounters | undefined {
  const [first, ...others] = run.sessions.flatMap((session) => session.counters ?? []);
  return first && others.reduce(addCounters, first);
}

function addCounters(sum: EngineCounters, counters: EngineCounters): EngineCounters {
  return {
    uniqueTokens: sum.uniqueTokens + counters.uniqueTokens,
    requestedTokens: sum.requestedTokens + counters.requestedTokens,
    paddingTokens: sum.paddingTokens + counters.paddingTokens,
    scoredRows: sum.scoredRows + counters.scoredRows,
    generatedTokens: sum.generatedTokens + counters.generatedTokens,
    batches: sum.batches + counters.batches,
    nativeMs: sum.nativeMs + counters.nativeMs,
    peakMemoryBytes: Math.max(sum.peakMemoryBytes, counters.peakMemoryBytes),
    service: addService(sum.service, counters.service),
  };
}

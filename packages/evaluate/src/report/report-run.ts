import type { EngineCounters } from '@understudy/core';
import type { Run } from '@understudy/store';
import { addService } from '../run/add-service.js';
import { reportGroup } from './report-group.js';
import { reportTask } from './report-task.js';
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

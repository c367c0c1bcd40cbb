import type { JsonObject } from '@understudy/store';
import type { MetricReport, RunReport } from './run-report.js';

/** What the reference harness's shape has no place for: identity, engine, intervals, counts of what a reader should know. */
export function understudyBlock({ run, tasks, groups, counters, elapsedMs }: RunReport): JsonObject {
  return {
    run_id: run.id,
    status: run.status,
    version: run.version,
    source: run.source,
    model: run.model,
    identity: run.identity,
    engine: run.engine,
    settings: run.settings,
    command: run.command,
    elapsed_seconds: elapsedMs / 1000,
    counters: counters ?? null,
    tasks: Object.fromEntries(
      tasks.map(({ name, task, scored, failed, flags, metrics }) => [
        name,
        {
          samples: { expected: task.documentsExpected, scored, failed },
          truncated_prompts: flags.truncatedPrompts,
          truncated_answers: flags.truncatedAnswers,
          no_answers: flags.noAnswers,
          ties: flags.ties,
          cached_responses: flags.cachedResponses,
          intervals: intervals(metrics),
        },
      ]),
    ),
    groups: Object.fromEntries(groups.map(({ name, metrics }) => [name, { intervals: intervals(metrics) }])),
  };
}

function intervals(metrics: readonly MetricReport[]): JsonObject {
  return Object.fromEntries(
    metrics.map(({ metric, filter, interval, count }) => [
      `${metric},${filter}`,
      { lower: interval?.lower ?? null, upper: interval?.upper ?? null, confidence: 0.95, count },
    ]),
  );
}

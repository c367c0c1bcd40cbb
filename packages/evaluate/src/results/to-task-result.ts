import type { MetricResult, TaskResult } from '@understudy/store';
import type { MetricReport, TaskReport } from '../report/run-report.js';

/** The part of a task's report that is kept beside its samples. */
export function toTaskResult({ metrics, scored, failed, flags }: TaskReport): TaskResult {
  return { metrics: metrics.map(toMetricResult), scored, failed, flags };
}

function toMetricResult(report: MetricReport): MetricResult {
  const { metric, filter, value, standardError, interval, count, isProportion, higherIsBetter } = report;
  return {
    metric,
    filter,
    value,
    standardError: standardError ?? null,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    count,
    isProportion,
    higherIsBetter: higherIsBetter ?? null,
  };
}

import type { MetricResult } from '@understudy/store';
import type { MetricReport } from './run-report.js';

/** A metric as the store keeps it: null where the report has nothing. */
export function toMetricResult(report: MetricReport): MetricResult {
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

/** A kept metric as reports have it: the reverse of `toMetricResult`. */
export function toMetricReport(result: MetricResult): MetricReport {
  const { standardError, lower, upper, higherIsBetter, ...metric } = result;
  return {
    ...metric,
    standardError: standardError ?? undefined,
    interval: lower === null || upper === null ? undefined : { lower, upper },
    higherIsBetter: higherIsBetter ?? undefined,
  };
}

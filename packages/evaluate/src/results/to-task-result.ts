import type { TaskResult } from '@understudy/store';
import { toMetricResult } from '../report/metric-result.js';
import type { TaskReport } from '../report/run-report.js';

/** The part of a task's report that is kept beside its samples. */
export function toTaskResult({ metrics, scored, failed, flags }: TaskReport): TaskResult {
  return { metrics: metrics.map(toMetricResult), scored, failed, flags };
}

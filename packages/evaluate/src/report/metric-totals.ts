import { AGGREGATIONS, MetricAccumulator, METRICS, type AggregationName } from '@understudy/tasks';
import type { FilterMetrics, RunTask } from '@understudy/store';
import { MetricInterval } from './metric-interval.js';
import type { MetricReport } from './run-report.js';

interface MetricTotal {
  readonly metric: string;
  readonly filter: string;
  readonly values: MetricAccumulator;
  readonly interval: MetricInterval;
}

/** The metrics of a leaf task, collected sample by sample: some bytes a sample and metric. */
export class MetricTotals {
  readonly #task: RunTask;
  readonly #totals = new Map<string, MetricTotal>();

  constructor(task: RunTask) {
    this.#task = task;
  }

  add(outcomes: readonly FilterMetrics[]): void {
    for (const { filter, metrics } of outcomes) {
      for (const metric of Object.keys(metrics)) {
        const value = metrics[metric] ?? null;
        const total = this.#total(metric, filter);
        total.values.add(value);
        total.interval.add(value);
      }
    }
  }

  /**
   * The metrics by filter, in the order the samples have them.
   * @param bootstrapIterations replicates of bootstrap standard errors; 0 leaves all standard errors out
   */
  report(bootstrapIterations: number): readonly MetricReport[] {
    return [...this.#totals.values()].map(({ metric, filter, values, interval }) => {
      const aggregated = values.aggregate(bootstrapIterations);
      return {
        metric,
        filter,
        ...aggregated,
        interval: interval.around(aggregated),
        isProportion: interval.isProportion,
        higherIsBetter: this.#task.higherIsBetter[metric],
      };
    });
  }

  #total(metric: string, filter: string): MetricTotal {
    const key = `${metric},${filter}`;
    const present = this.#totals.get(key);
    if (present !== undefined) return present;
    const aggregation = aggregationOf(metric, this.#task);
    const total = {
      metric,
      filter,
      values: new MetricAccumulator(aggregation),
      interval: new MetricInterval(aggregation),
    };
    this.#totals.set(key, total);
    return total;
  }
}

/** How a metric is aggregated: as the task's `metric_list` says, else as the metric usually is, else by the mean. */
function aggregationOf(metric: string, { config }: RunTask): AggregationName {
  const list: readonly unknown[] = Array.isArray(config['metric_list']) ? config['metric_list'] : [];
  const entry = list.find((item) => isObject(item) && item['metric'] === metric);
  const named = isObject(entry) ? entry['aggregation'] : undefined;
  return isAggregationName(named) ? named : (METRICS[metric]?.aggregation ?? 'mean');
}

function isAggregationName(name: unknown): name is AggregationName {
  return typeof name === 'string' && Object.hasOwn(AGGREGATIONS, name);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

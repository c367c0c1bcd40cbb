import { MetricAccumulator, type AggregatedMetric } from '../metrics/metric-accumulator.js';
import type { MetricValues } from '../metrics/metric-value.js';
import type { TaskMetric } from '../metrics/task-metrics.js';

/** A task's metrics by `metric,filter`, in the order in which they first appeared. */
export type TaskResults = ReadonlyMap<string, AggregatedMetric>;

/**
 * Collects the metrics of a task, sample by sample: 8 or 16 bytes a value. Samples are to come in the order of the
 * documents, because floating-point sums depend on it.
 */
export class TaskAggregate {
  readonly #metrics: ReadonlyMap<string, TaskMetric>;
  readonly #accumulators = new Map<string, MetricAccumulator>();

  constructor(metrics: readonly TaskMetric[]) {
    this.#metrics = new Map(metrics.map((metric) => [metric.name, metric]));
  }

  /** Adds what a filter pipeline made of one document. A metric that the task does not list is averaged. */
  add(filter: string, values: MetricValues): void {
    for (const [name, value] of Object.entries(values)) {
      const key = `${name},${filter}`;
      let accumulator = this.#accumulators.get(key);
      if (accumulator === undefined) {
        accumulator = new MetricAccumulator(this.#metrics.get(name)?.aggregation ?? 'mean');
        this.#accumulators.set(key, accumulator);
      }
      accumulator.add(value);
    }
  }

  /** The metrics over all samples so far. `bootstrapIterations` 0 leaves standard errors out. */
  results(bootstrapIterations: number): TaskResults {
    return new Map(
      [...this.#accumulators].map(([key, accumulator]) => [key, accumulator.aggregate(bootstrapIterations)]),
    );
  }
}

import { AGGREGATIONS, type Aggregation, type AggregationName, type MetricColumns } from './aggregations.js';
import { bootstrapStandardError } from './bootstrap.js';
import { GrowingFloats } from './growing-floats.js';
import type { MetricValue } from './metric-value.js';

/** A metric's value over many documents. */
export interface AggregatedMetric {
  readonly value: number;
  /** Undefined (printed as `N/A`) with fewer than two documents, without bootstrap iterations, or where none is defined. */
  readonly standardError: number | undefined;
  readonly count: number;
}

/** Collects the values of one metric, document by document, 8 or 16 bytes each. */
export class MetricAccumulator {
  readonly #aggregation: Aggregation;
  readonly #first = new GrowingFloats();
  readonly #second = new GrowingFloats();

  constructor(name: AggregationName) {
    this.#aggregation = AGGREGATIONS[name];
  }

  add(value: MetricValue): void {
    const [first, second] = this.#aggregation.keep(value);
    this.#first.push(first);
    if (this.#aggregation.isPair) this.#second.push(second);
  }

  /**
   * The metric over all documents so far.
   * @param bootstrapIterations replicates of bootstrap standard errors; 0 leaves all standard errors out
   */
  aggregate(bootstrapIterations: number): AggregatedMetric {
    const columns = { first: this.#first.view(), second: this.#second.view() };
    const count = columns.first.length;
    return {
      value: this.#aggregation.aggregate(columns),
      standardError:
        bootstrapIterations > 0 && count > 1 ? this.#standardError(columns, bootstrapIterations) : undefined,
      count,
    };
  }

  #standardError(columns: MetricColumns, iterations: number): number | undefined {
    const { standardError, replicate } = this.#aggregation;
    if (standardError !== undefined) return standardError(columns);
    return replicate && bootstrapStandardError((random) => replicate(columns, random), iterations);
  }
}

import { ratioInterval, studentInterval, wilsonInterval, type Interval } from '@understudy/statistics';
import type { AggregatedMetric, AggregationName } from '@understudy/tasks';
import type { MetricValue } from '@understudy/store';

/**
 * The 95% interval of a metric, collected document by document:
 * - a mean of zeros and ones: Wilson's, right for few documents and near 0 and 1 too;
 * - any other mean: Student's, with the samples' own spread;
 * - perplexity: Student's for the mean log-likelihood, carried over by exp(−x), so that it is not symmetric;
 * - weighted perplexity and bits per byte: that of the ratio of sums, carried over likewise;
 * - others: value ± t · standard error, where the harness has one.
 * It treats documents as independent.
 */
export class MetricInterval {
  readonly #aggregation: AggregationName;
  readonly #moments = new Moments();
  readonly #numerators: number[] = [];
  readonly #denominators: number[] = [];

  constructor(aggregation: AggregationName) {
    this.#aggregation = aggregation;
  }

  /** True when all values so far are 0 or 1 and their mean is what is reported. */
  get isProportion(): boolean {
    return this.#aggregation === 'mean' && this.#moments.isBinary;
  }

  add(value: MetricValue): void {
    if (typeof value === 'number') this.#moments.add(value);
    else if (value !== null && typeof value[1] === 'number') {
      this.#numerators.push(value[0]);
      this.#denominators.push(value[1]);
    }
  }

  /** The interval around what the values came to. */
  around({ value, standardError, count }: AggregatedMetric): Interval | undefined {
    const ratio = { numerators: this.#numerators, denominators: this.#denominators };
    switch (this.#aggregation) {
      case 'mean':
        return this.isProportion ? wilsonInterval(this.#moments.successes) : this.#moments.interval();
      case 'perplexity':
        return mapDecreasing(this.#moments.interval(), (x) => Math.exp(-x));
      case 'weighted_perplexity':
        return mapDecreasing(ratioInterval(ratio), (x) => Math.exp(-x));
      case 'bits_per_byte':
        return mapDecreasing(ratioInterval(ratio), (x) => -x / Math.LN2);
      case 'bypass':
        return undefined;
      case 'nanmean':
      case 'median':
      case 'f1':
      case 'matthews_corrcoef':
      case 'brier_score':
        return standardError === undefined ? undefined : studentInterval({ estimate: value, standardError, count });
      default:
        return this.#aggregation satisfies never;
    }
  }
}

/** Count, mean and spread of numbers, updated one by one (B. P. Welford, Technometrics 4, 1962). */
class Moments {
  #count = 0;
  #mean = 0;
  #squares = 0;
  isBinary = true;

  add(value: number): void {
    this.#count += 1;
    const distance = value - this.#mean;
    this.#mean += distance / this.#count;
    this.#squares += distance * (value - this.#mean);
    this.isBinary &&= value === 0 || value === 1;
  }

  /** For zeros and ones. */
  get successes(): { readonly successes: number; readonly count: number } {
    return { successes: Math.round(this.#mean * this.#count), count: this.#count };
  }

  interval(): Interval | undefined {
    const count = this.#count;
    if (count < 2) return undefined;
    const standardError = Math.sqrt(this.#squares / (count - 1) / count);
    return studentInterval({ estimate: this.#mean, standardError, count });
  }
}

function mapDecreasing(interval: Interval | undefined, map: (x: number) => number): Interval | undefined {
  return interval && { lower: map(interval.upper), upper: map(interval.lower) };
}

import { BugError } from '@understudy/core';
import { mean, standardErrorOfMean } from '@understudy/statistics';
import type { PythonRandom } from '../python/python-random.js';
import { f1Score, matthewsCorrelation, type Classified } from './classification.js';
import type { MetricValue } from './metric-value.js';
import { upperMedian } from './upper-median.js';

/** How the values of a metric become one number; the names are those of lm-evaluation-harness. */
export type AggregationName =
  | 'mean'
  | 'nanmean'
  | 'median'
  | 'perplexity'
  | 'weighted_perplexity'
  | 'bits_per_byte'
  | 'f1'
  | 'matthews_corrcoef'
  | 'brier_score'
  | 'bypass';

/** The values of a metric as columns: numbers, or the first and second parts of pairs. */
export interface MetricColumns {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** How the values of a metric over all documents become one number. */
export interface Aggregation {
  /** True if a document's value is kept as two numbers. */
  readonly isPair: boolean;
  /** The numbers that are kept of a document's value. */
  keep(value: MetricValue): readonly [number, number];
  aggregate(columns: MetricColumns): number;
  /** The closed form of the standard error. */
  readonly standardError?: (columns: MetricColumns) => number;
  /** One bootstrap replicate, where there is no closed form. */
  readonly replicate?: (columns: MetricColumns, random: PythonRandom) => number;
}

const scalar = (value: MetricValue): readonly [number, number] => {
  if (typeof value === 'number') return [value, 0];
  throw unexpectedValue(value, 'a number');
};

const pair = (value: MetricValue): readonly [number, number] => {
  if (Array.isArray(value) && typeof value[1] === 'number') return [value[0], value[1]];
  throw unexpectedValue(value, 'a pair of numbers');
};

/** The squared distance between the probabilities of the classes and the right class. */
const brier = (value: MetricValue): readonly [number, number] => {
  if (!Array.isArray(value) || !Array.isArray(value[1])) throw unexpectedValue(value, 'a class and probabilities');
  const [gold, probabilities] = value as readonly [number, readonly number[]];
  const distances = probabilities.map((probability, index) => (probability - Number(index === gold)) ** 2);
  return [distances.reduce((total, distance) => total + distance, 0), 0];
};

/** From left to right, as the reference harness adds. */
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
const weightedMean = ({ first, second }: MetricColumns): number => sum(first) / sum(second);
const withoutNaN = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value));
const classified = ({ first, second }: MetricColumns): Classified => ({ golds: first, predictions: second });

/** A statistic of a bootstrap draw of whole documents. */
function redraw(
  statistic: (columns: MetricColumns) => number,
): (columns: MetricColumns, random: PythonRandom) => number {
  return ({ first, second }, random) => {
    const drawn = random.choiceIndices(first.length, first.length);
    const take = (column: Float64Array): Float64Array =>
      Float64Array.from(drawn, (index) => column[index] ?? Number.NaN);
    return statistic({ first: take(first), second: take(second) });
  };
}

const nanmean = ({ first }: MetricColumns): number => mean(withoutNaN(first));
const median = ({ first }: MetricColumns): number => upperMedian(first);
const f1 = (columns: MetricColumns): number => f1Score(classified(columns));
const mcc = (columns: MetricColumns): number => matthewsCorrelation(classified(columns));

/** How each aggregation works. `perplexity` is exp(−mean), the weighted ones divide sums: exp(−Σll/Σcount), −Σll/Σbytes/ln 2. */
export const AGGREGATIONS: Readonly<Record<AggregationName, Aggregation>> = {
  mean: {
    isPair: false,
    keep: scalar,
    aggregate: ({ first }) => mean(first),
    standardError: ({ first }) => standardErrorOfMean(first),
  },
  nanmean: { isPair: false, keep: scalar, aggregate: nanmean, replicate: redraw(nanmean) },
  median: { isPair: false, keep: scalar, aggregate: median, replicate: redraw(median) },
  perplexity: {
    isPair: false,
    keep: scalar,
    aggregate: ({ first }) => Math.exp(-mean(first)),
    replicate: ({ first }, random) => Math.exp(-random.resampledSum(first) / first.length),
  },
  weighted_perplexity: { isPair: true, keep: pair, aggregate: (columns) => Math.exp(-weightedMean(columns)) },
  bits_per_byte: { isPair: true, keep: pair, aggregate: (columns) => -weightedMean(columns) / Math.LN2 },
  f1: { isPair: true, keep: pair, aggregate: f1, replicate: redraw(f1) },
  matthews_corrcoef: { isPair: true, keep: pair, aggregate: mcc, replicate: redraw(mcc) },
  brier_score: { isPair: false, keep: brier, aggregate: ({ first }) => mean(first) },
  bypass: { isPair: false, keep: () => [0, 0], aggregate: () => 999 },
};

function unexpectedValue(value: MetricValue, expected: string): BugError {
  return new BugError({
    code: 'metric-value-unexpected',
    message: `Cannot aggregate a metric: expected ${expected} for each document, got ${JSON.stringify(value)}.`,
    values: { value },
  });
}

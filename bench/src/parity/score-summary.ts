import { quantile } from '@understudy/statistics';
import type { ComparedEngine } from './compare-all-scores.js';
import type { ScoreComparison } from './compare-scores.js';

/** The distance of log-likelihoods and choices over one or more rows. */
export interface ScoreSummary {
  readonly samples: number;
  readonly requests: number;
  /** Requests whose text differs, and those that failed: they are not compared. */
  readonly otherRequests: number;
  readonly failedRequests: number;
  /** Share of samples with the same best choice; undefined where there are no choices. */
  readonly sameArgMax: number | undefined;
  /** Of |Δ| in nats; undefined where there are no log-likelihoods. */
  readonly median: number | undefined;
  readonly p99: number | undefined;
  readonly max: number | undefined;
  readonly sameMetrics: number;
  /** Generated texts. */
  readonly texts: number;
  readonly sameTexts: number;
  /** Median place of the first difference, in characters. */
  readonly firstDifference: number | undefined;
}

export function summariseScores(rows: readonly ScoreComparison[]): ScoreSummary {
  const sum = (value: (row: ScoreComparison) => number): number => rows.reduce((total, row) => total + value(row), 0);
  const sorted = (value: (row: ScoreComparison) => readonly number[]): Float64Array =>
    Float64Array.from(rows.flatMap(value)).sort();
  const deltas = sorted((row) => row.deltas);
  const places = sorted((row) => row.firstDifferences);
  const withArgMax = sum((row) => row.withArgMax);
  const sameTexts = sum((row) => row.sameTexts);
  return {
    samples: sum((row) => row.samples),
    requests: sum((row) => row.requests),
    otherRequests: sum((row) => row.otherRequests),
    failedRequests: sum((row) => row.failedRequests),
    sameArgMax: withArgMax === 0 ? undefined : sum((row) => row.sameArgMax) / withArgMax,
    median: quantileOf(deltas, 0.5),
    p99: quantileOf(deltas, 0.99),
    max: quantileOf(deltas, 1),
    sameMetrics: sum((row) => row.sameMetrics),
    texts: sameTexts + places.length,
    sameTexts,
    firstDifference: quantileOf(places, 0.5),
  };
}

function quantileOf(sorted: Float64Array, probability: number): number | undefined {
  return sorted.length === 0 ? undefined : quantile(sorted, probability);
}

/** What is asked of the product: the same best choice in this share of samples, and a median |Δ| of at most so many nats. */
export const TARGETS: Readonly<Record<ComparedEngine, { readonly sameArgMax: number; readonly median: number }>> = {
  onnx: { sameArgMax: 0.995, median: 0.002 },
  llama: { sameArgMax: 0.995, median: 0.01 },
};

/** True when all rows of an engine together reach the targets and every request was compared. */
export function reachesTargets(summary: ScoreSummary, engine: ComparedEngine): boolean {
  const { sameArgMax = 1, median = 0, otherRequests, failedRequests } = summary;
  return (
    sameArgMax >= TARGETS[engine].sameArgMax && median <= TARGETS[engine].median && otherRequests + failedRequests === 0
  );
}

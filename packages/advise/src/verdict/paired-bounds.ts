import { assessNonInferiority, tangoBounds, type Interval } from '@understudy/statistics';
import { groupBy } from '../scores/group-by.js';
import type { PairedDocument } from './pair-documents.js';

/** How a candidate differs from the reference on the same documents. */
export interface PairedEstimate {
  /** Mean of candidate − reference. */
  readonly difference: number;
  /** One-sided bounds, each of the confidence asked for. */
  readonly bounds: Interval;
  readonly documents: number;
  /** Groups of documents that share their text; as many as documents where none do. */
  readonly clusters: number;
  /** Mean square of the documents' differences about their mean, times what clustering adds; what planning needs. */
  readonly variance: number;
  readonly method: 'tango' | 'clustered-t';
}

/**
 * The mean difference with one-sided bounds: by Tango's score test where each document stands alone and is right or wrong; else with the
 * cluster-robust standard error of `assessNonInferiority`, for which a document's difference d is the score (1 + d)/2 of a vote, and no
 * narrower than Tango's where few documents differ.
 * Undefined without documents.
 */
export function pairedBounds(pairs: readonly PairedDocument[], confidence: number): PairedEstimate | undefined {
  if (pairs.length === 0) return undefined;
  const clusters = groupBy(pairs, ({ cluster }) => cluster);
  const isPlain = clusters.size === pairs.length && pairs.every(isBinary);
  const difference = pairs.reduce((sum, { candidate, reference }) => sum + candidate - reference, 0) / pairs.length;
  const clustered = clusteredBounds([...clusters.values()], confidence);
  const told = { difference, documents: pairs.length, clusters: clusters.size, variance: clustered.variance };
  if (!isPlain) return { ...told, bounds: clustered.bounds, method: 'clustered-t' };
  const firstOnly = pairs.filter(({ candidate, reference }) => candidate > reference).length;
  const secondOnly = pairs.filter(({ candidate, reference }) => candidate < reference).length;
  const bounds = tangoBounds({ firstOnly, secondOnly, count: pairs.length }, confidence);
  return { ...told, bounds, method: 'tango' };
}

function isBinary({ candidate, reference }: PairedDocument): boolean {
  return [candidate, reference].every((value) => value === 0 || value === 1);
}

/** With fewer clusters that differ than this, Student's interval of a mean of so many zeros is too narrow. */
const FEW_DIFFERING = 10;

function clusteredBounds(clusters: readonly (readonly PairedDocument[])[], confidence: number) {
  const scores = Float64Array.from(clusters, (documents) =>
    documents.reduce((sum, { candidate, reference }) => sum + (1 + candidate - reference) / 2, 0),
  );
  const votes = Float64Array.from(clusters, ({ length }) => length);
  const { bounds, standardError, votes: documents } = assessNonInferiority({ scores, votes }, { confidence });
  const student = { lower: 2 * bounds.lower - 1, upper: 2 * bounds.upper - 1 };
  const signs = signBounds(clusters, confidence);
  return {
    bounds: signs === undefined ? student : widest(student, signs),
    variance: documents * (2 * standardError) ** 2,
  };
}

/**
 * Where few clusters differ: Tango's bounds, a cluster that differs at all counting as one answer more or less. Two models that both score
 * 0 on nearly all of thirty documents have a small spread and are not known well. Undefined where enough of them differ.
 */
function signBounds(clusters: readonly (readonly PairedDocument[])[], confidence: number): Interval | undefined {
  const sums = clusters.map((documents) =>
    documents.reduce((sum, { candidate, reference }) => sum + candidate - reference, 0),
  );
  const firstOnly = sums.filter((sum) => sum > 0).length;
  const secondOnly = sums.filter((sum) => sum < 0).length;
  if (firstOnly + secondOnly >= FEW_DIFFERING) return undefined;
  return tangoBounds({ firstOnly, secondOnly, count: clusters.length }, confidence);
}

function widest(one: Interval, other: Interval): Interval {
  return { lower: Math.min(one.lower, other.lower), upper: Math.max(one.upper, other.upper) };
}

import type { Area } from '@understudy/catalog';
import { combineIntervals, type Interval } from '@understudy/statistics';
import type { PublishedComparison } from '../published/published-comparison.js';
import type { PairedEstimate } from './paired-bounds.js';

/** A benchmark on which both were measured, document by document. */
export interface BenchmarkDifference extends PairedEstimate {
  readonly benchmark: string;
  readonly name: string;
  /** Key of the column of the leaderboard. */
  readonly column: string;
  readonly task: string;
  /** The runs whose samples were paired. */
  readonly candidateRun: string;
  readonly referenceRun: string;
}

/** The difference in an area, with what it comes to. */
export interface MeasuredVerdict {
  readonly kind: 'measured';
  readonly area: Area;
  /**
   * `non-inferior`: the lower bound lies above −margin; `inferior`: the upper one below it; else the documents are too few to say (interval
   * inclusion; G. Piaggio et al., CONSORT statement for non-inferiority trials, JAMA 308, 2012).
   */
  readonly outcome: 'non-inferior' | 'inferior' | 'inconclusive';
  /** Candidate − reference, the mean over benchmarks. */
  readonly difference: number;
  /** One-sided bounds, each of the confidence asked for. */
  readonly bounds: Interval;
  readonly benchmarks: readonly BenchmarkDifference[];
  readonly documents: number;
  /** Names of the area's benchmarks on which only one of the two was measured in this setting. */
  readonly notShared: readonly string[];
}

/** Why there is no verdict of our own. */
export type NoVerdictReason =
  | 'reference-not-measured'
  | 'candidate-not-measured'
  /** Both were, but never in the same task and setting. */
  | 'no-common-setting'
  /** In the same setting, but the runs have no document in common, or their samples are gone. */
  | 'no-common-documents';

/** What one may say of a model against the reference in one area. Published figures alone never make a model non-inferior. */
export type AreaVerdict =
  | MeasuredVerdict
  | {
      readonly kind: 'published-figures-only';
      readonly area: Area;
      readonly because: NoVerdictReason;
      /** At least one. */
      readonly published: readonly PublishedComparison[];
    }
  | { readonly kind: 'not-measured'; readonly area: Area; readonly because: NoVerdictReason };

/** How a verdict is reached. */
export interface VerdictOptions {
  readonly area: Area;
  readonly margin: number;
  readonly notShared: readonly string[];
}

/** The verdict of an area from its benchmarks' differences, each benchmark counting the same. At least one benchmark. */
export function measuredVerdict(
  benchmarks: readonly BenchmarkDifference[],
  { area, margin, notShared }: VerdictOptions,
): MeasuredVerdict {
  const { estimate: difference, interval: bounds } = combineIntervals(
    benchmarks.map((one) => ({ weight: 1 / benchmarks.length, estimate: one.difference, interval: one.bounds })),
  );
  const outcome = bounds.lower > -margin ? 'non-inferior' : bounds.upper < -margin ? 'inferior' : 'inconclusive';
  const documents = benchmarks.reduce((sum, one) => sum + one.documents, 0);
  return { kind: 'measured', area, outcome, difference, bounds, benchmarks, documents, notShared };
}

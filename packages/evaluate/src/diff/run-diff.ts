import type { PairedDifference } from '@understudy/statistics';
import type { Run, Sample } from '@understudy/store';

/** How two runs compare, task by task. */
export interface RunDiff {
  readonly first: Run;
  readonly second: Run;
  /** Tasks of both runs. */
  readonly tasks: readonly TaskDiff[];
  readonly tasksOnlyInFirst: readonly string[];
  readonly tasksOnlyInSecond: readonly string[];
}

/** How two runs compare on a leaf task. */
export interface TaskDiff {
  readonly task: string;
  /** Documents that both runs have. */
  readonly matched: number;
  readonly onlyInFirst: number;
  readonly onlyInSecond: number;
  /** Matched documents that were asked with another prompt, or have another target; their differences say little. */
  readonly promptsDiffering: number;
  readonly targetsDiffering: number;
  /** Of matched documents that can be judged (see `sameAnswer`): how many, and how many gave the same answer. */
  readonly answers: { readonly count: number; readonly equal: number };
  /** |Δ| of log-likelihoods, in nats, over all requests; undefined where there are none. */
  readonly deltas: DeltaSummary | undefined;
  readonly metrics: readonly MetricDiff[];
}

/** Absolute differences of log-likelihoods, in nats. */
export interface DeltaSummary {
  readonly count: number;
  readonly median: number;
  readonly p99: number;
  readonly max: number;
}

/** A metric in both runs, over the matched documents that have it in both. */
export interface MetricDiff {
  readonly metric: string;
  readonly filter: string;
  readonly first: number;
  readonly second: number;
  /** First − second, paired by document; the interval of values of 0 and 1 is Tango's. */
  readonly paired: PairedDifference;
  /** McNemar's exact p-value; undefined unless the values are all 0 or 1. */
  readonly mcNemar: number | undefined;
}

/** A document on which two runs differ. */
export interface SampleDiff {
  readonly task: string;
  readonly first: Sample;
  readonly second: Sample;
  readonly comparison: SampleComparison;
}

/** How two samples of one document compare. */
export interface SampleComparison {
  readonly samePrompt: boolean;
  readonly sameTarget: boolean;
  /**
   * Among several log-likelihoods: whether the same one is largest (the first on ties); of a single one: whether both are greedy or
   * neither is; of generations: whether the texts are equal. Undefined for rolling ones and where the requests do not correspond.
   */
  readonly sameAnswer: boolean | undefined;
  /** First − second, in nats, request by request; 0 where both are −∞. */
  readonly deltas: readonly number[];
  /** `metric,filter` of the metrics that differ. */
  readonly metricsDiffering: readonly string[];
}

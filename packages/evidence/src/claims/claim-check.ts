import type { Claim } from '@understudy/catalog';

/** What one comparison says of a claim: that it holds there, that it does not, or that the data leave it open. */
export type ClaimOutcome = 'supports' | 'contradicts' | 'open';

/** A model of a claim and a comparator of it, side by side in one table. */
export interface ClaimEvidence {
  readonly origin: 'published' | 'measured';
  /** Id of the model, as the claim has it. */
  readonly model: string;
  /** As the source prints it, or our model with its quantisation. */
  readonly modelLabel: string;
  readonly comparator: string;
  readonly comparatorLabel: string;
  /** As published; of a measured one the task. */
  readonly benchmark: string;
  /** Key of the column in the capability map. */
  readonly column: string;
  readonly source: string | undefined;
  readonly setting: string | null;
  readonly metric: string | null;
  readonly modelValue: number;
  readonly comparatorValue: number;
  /** Model − comparator; where less is better a negative one is a lead. */
  readonly difference: number;
  readonly higherIsBetter: boolean;
  /** 95%, of the difference of measured numbers. */
  readonly interval: { readonly lower: number; readonly upper: number } | undefined;
  /** What a model may lie below and still match; undefined where the metric's scale is not known. */
  readonly margin: number | undefined;
  /** Runs behind measured numbers: the model's, the comparator's. */
  readonly runs: readonly [string, string] | undefined;
  readonly outcome: ClaimOutcome;
}

/**
 * What all comparisons together say: `mixed` where they say different things, `open` where none of them tells, `no-data` where there is no
 * comparison here.
 */
export type ClaimVerdict = 'supported' | 'contradicted' | 'mixed' | 'open' | 'no-data';

/** A claim held against the numbers that are here. */
export interface ClaimCheck {
  readonly claim: Claim;
  /** False for claims that compare nothing, such as those of methods and limits: they are not checked. */
  readonly isComparative: boolean;
  /** Whether the claim names benchmarks; else all tables with both models count. */
  readonly namesBenchmarks: boolean;
  readonly published: ClaimVerdict;
  readonly measured: ClaimVerdict;
  readonly evidence: readonly ClaimEvidence[];
  /** Pairs that the claim is about and no table here has, `[model, comparator]`. */
  readonly missing: readonly (readonly [string, string])[];
}

import type { Claim } from '@understudy/catalog';
import type { ClaimEvidence, ClaimOutcome, ClaimVerdict } from './claim-check.js';

/** A comparison before it is judged. */
export type Comparison = Omit<ClaimEvidence, 'outcome'>;

type Judge = (lead: Lead) => ClaimOutcome;

/** By how much the model is ahead, more being better: bounds of the 95% interval; of a bare published number that number. */
interface Lead {
  readonly lower: number;
  readonly upper: number;
  readonly margin: number | undefined;
}

const beats: Judge = ({ lower, upper }) => (lower > 0 ? 'supports' : upper <= 0 ? 'contradicts' : 'open');

const isBelow: Judge = ({ lower, upper }) => (upper < 0 ? 'supports' : lower >= 0 ? 'contradicts' : 'open');

/** Not worse by more than the margin: a model that is better than what it is said to match can stand in for it too. */
const matches: Judge = ({ lower, upper, margin }) => {
  if (margin === undefined) return lower >= 0 ? 'supports' : 'open';
  return lower >= -margin ? 'supports' : upper < -margin ? 'contradicts' : 'open';
};

/** Directions that compare. `mixed` is judged over all comparisons. */
const JUDGES: Readonly<Partial<Record<Claim['direction'], Judge>>> = {
  beats,
  improves: beats,
  matches,
  'matches-or-beats': matches,
  below: isBelow,
  mixed: beats,
};

/** Whether a claim of this direction compares models. */
export function isComparative(direction: Claim['direction']): boolean {
  return JUDGES[direction] !== undefined;
}

/** What a comparison says of a claim of this direction; of a mixed one whether the model leads. */
export function judgeComparison(direction: Claim['direction'], comparison: Comparison): ClaimOutcome {
  const { difference, interval = { lower: difference, upper: difference }, higherIsBetter, margin } = comparison;
  const { lower, upper } = higherIsBetter ? interval : { lower: -interval.upper, upper: -interval.lower };
  return JUDGES[direction]?.({ lower, upper, margin }) ?? 'open';
}

/** What comparisons come to. A mixed claim holds where the model leads in some and not in others, and is open else. */
export function verdictOf(direction: Claim['direction'], evidence: readonly ClaimEvidence[]): ClaimVerdict {
  const outcomes = new Set(evidence.map(({ outcome }) => outcome));
  if (outcomes.size === 0) return 'no-data';
  if (direction === 'mixed') return outcomes.has('supports') && outcomes.has('contradicts') ? 'supported' : 'open';
  if (outcomes.size > 1) return 'mixed';
  return outcomes.has('supports') ? 'supported' : outcomes.has('contradicts') ? 'contradicted' : 'open';
}

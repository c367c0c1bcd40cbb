import type { Outcome } from './study.js';

const OTHER_SIDE: Readonly<Record<Outcome, Outcome>> = {
  a: 'b',
  b: 'a',
  tie: 'tie',
  both_bad: 'both_bad',
  skip: 'skip',
};

/** An outcome in terms of first and second, in terms of the sides shown; and the other way round. */
export function turnOutcome(outcome: Outcome, swapped: boolean): Outcome {
  return swapped ? OTHER_SIDE[outcome] : outcome;
}

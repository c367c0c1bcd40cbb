import type { Outcome } from '@understudy/store';

/** What is shown on either side. */
export interface Sides<T> {
  readonly a: T;
  readonly b: T;
}

/** Turns the order of an item into the sides shown. */
export function toSides<T>({ swapped, first, second }: { swapped: boolean; first: T; second: T }): Sides<T> {
  return swapped ? { a: second, b: first } : { a: first, b: second };
}

/** An outcome in terms of first and second, in terms of the sides shown; and the other way round. */
export function turnOutcome(outcome: Outcome, swapped: boolean): Outcome {
  if (!swapped) return outcome;
  switch (outcome) {
    case 'a':
      return 'b';
    case 'b':
      return 'a';
    case 'tie':
    case 'both_bad':
    case 'skip':
      return outcome;
    default:
      return outcome satisfies never;
  }
}

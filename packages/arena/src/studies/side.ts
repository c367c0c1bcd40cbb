import { hash32 } from './hash32.js';

/**
 * Whether an item's first answer is shown on the right, at its n-th showing (from 0). Drawn by the seed for the first showing; each further
 * one has the sides the other way round, so that an item which is voted on twice is seen both ways.
 */
export function isSwapped({
  seed,
  number,
  showings,
}: {
  readonly seed: number;
  readonly number: number;
  readonly showings: number;
}): boolean {
  return ((hash32(seed, 'side', number) ^ showings) & 1) === 1;
}

import { combineIntervals } from '@understudy/statistics';

/** A number with its interval. */
export interface Bounded {
  readonly value: number;
  readonly interval: { readonly lower: number; readonly upper: number };
}

/**
 * The interval of the difference of two numbers from their own intervals (`combineIntervals`), of shares with Wilson's intervals
 * R. G. Newcombe's (Interval estimation for the difference between independent proportions, Statistics in Medicine 17, 1998, method 10). It
 * takes them as independent. Models asked the same documents are right and wrong together more often than not, so it is mostly too wide: it
 * calls fewer differences real than a paired comparison of samples would.
 */
export function differenceInterval(first: Bounded, second: Bounded): Bounded {
  const { estimate: value, interval } = combineIntervals([
    { weight: 1, estimate: first.value, interval: first.interval },
    { weight: -1, estimate: second.value, interval: second.interval },
  ]);
  return { value, interval };
}

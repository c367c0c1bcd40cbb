import { FIRST_WINS, SECOND_WINS, TIE } from '../comparisons/comparisons.js';
import { DEFAULT_CONFIDENCE, type Interval } from '../interval.js';
import { mcNemarTest } from '../mc-nemar-test.js';
import { wilsonInterval } from '../wilson-interval.js';

/** A share of cases with Wilson's interval. */
export interface Share {
  /** Undefined without cases. */
  readonly value: number | undefined;
  readonly interval: Interval | undefined;
  readonly count: number;
}

/** `successes` of `count` as a share. */
export function shareOf(
  { successes, count }: { readonly successes: number; readonly count: number },
  confidence = DEFAULT_CONFIDENCE,
): Share {
  const value = count === 0 ? undefined : successes / count;
  return { value, interval: wilsonInterval({ successes, count }, confidence), count };
}

/** The verdicts of a judge who saw each pair of answers in both orders: entry i of each column belongs to pair i. */
export interface BothOrders {
  /** `FIRST_WINS` where the answer shown first won, in the first order. */
  readonly once: ArrayLike<number>;
  /** The same in the other order: again `FIRST_WINS` where the answer shown first, which is now the other one, won. */
  readonly swapped: ArrayLike<number>;
}

/** How far a judge's verdicts depend on the order in which the answers stand. */
export interface PositionBias {
  /** Of the verdicts that decide, those for the answer shown first; ½ without bias. */
  readonly firstShare: Share;
  /** Of all pairs, those whose two verdicts name different winners, or one a winner and one a tie. */
  readonly inconsistency: Share;
  /** Pairs in which the judge chose the first place twice, and the second place twice. */
  readonly firstTwice: number;
  readonly secondTwice: number;
  /** That both are equally likely, exact. 1 where the judge never chose a place twice. */
  readonly pValue: number;
}

/**
 * Measures position bias. The interval of `firstShare` takes verdicts as independent; a judge without bias decides a pair's two verdicts for
 * the same answer, which makes it too wide for him. The p-value is McNemar's of the pairs where a place won twice, and needs no such thing.
 */
export function positionBias({ once, swapped }: BothOrders, confidence = DEFAULT_CONFIDENCE): PositionBias {
  let first = 0;
  let decided = 0;
  let inconsistent = 0;
  let firstTwice = 0;
  let secondTwice = 0;
  for (let pair = 0; pair < once.length; pair += 1) {
    const verdicts = [once[pair]!, swapped[pair]!] as const;
    first += verdicts.filter((verdict) => verdict === FIRST_WINS).length;
    decided += verdicts.filter((verdict) => verdict !== TIE).length;
    if (!namesSameAnswer(verdicts)) inconsistent += 1;
    if (verdicts.every((verdict) => verdict === FIRST_WINS)) firstTwice += 1;
    if (verdicts.every((verdict) => verdict === SECOND_WINS)) secondTwice += 1;
  }
  return {
    firstShare: shareOf({ successes: first, count: decided }, confidence),
    inconsistency: shareOf({ successes: inconsistent, count: once.length }, confidence),
    firstTwice,
    secondTwice,
    pValue: mcNemarTest({ firstOnly: firstTwice, secondOnly: secondTwice }),
  };
}

function namesSameAnswer([once, swapped]: readonly [number, number]): boolean {
  return once === TIE ? swapped === TIE : swapped !== TIE && once !== swapped;
}

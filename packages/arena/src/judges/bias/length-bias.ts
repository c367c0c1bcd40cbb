import { longerShare, type Share } from '@understudy/statistics';
import { FIRST_WINS, SECOND_WINS, TIE } from '@understudy/statistics';
import { decidedBattles, pointsOfA, type JudgedBattle } from '../combine/judged-battle.js';
import { lengthsOf } from './length-columns.js';

/** How far a judge's verdicts go with length. */
export interface LengthBias {
  /** Of the battles decided between answers of different length, the share won by the longer one. Not all of it is bias. */
  readonly longerShare: Share;
}

/** Measures length in characters of the answer that was judged. */
export function lengthBias(battles: readonly JudgedBattle[]): LengthBias {
  const decided = decidedBattles(battles);
  const outcome = Uint8Array.from(decided, ({ winner }) => {
    const points = pointsOfA(winner);
    return points === 1 ? FIRST_WINS : points === 0 ? SECOND_WINS : TIE;
  });
  return { longerShare: longerShare({ outcome, ...lengthsOf(decided) }) };
}

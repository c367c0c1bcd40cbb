import type { Answer } from '@understudy/store';
import type { JudgedBattle } from '../combine/judged-battle.js';

/** Characters of the answer that a battle is about: that of its last turn. */
export function judgedLength(answer: Answer, turn: number): number {
  return answer.turns[turn - 1]?.length ?? 0;
}

/** Lengths of both answers of each battle, in columns. */
export function lengthsOf(battles: readonly JudgedBattle[]): {
  readonly firstLength: Float64Array;
  readonly secondLength: Float64Array;
} {
  return {
    firstLength: Float64Array.from(battles, ({ a, turn }) => judgedLength(a, turn)),
    secondLength: Float64Array.from(battles, ({ b, turn }) => judgedLength(b, turn)),
  };
}

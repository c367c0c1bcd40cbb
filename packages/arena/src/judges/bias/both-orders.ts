import { FIRST_WINS, SECOND_WINS, TIE, type BothOrders } from '@understudy/statistics';
import type { Verdict } from '@understudy/store';
import { pointsOfFirst } from '../combine/points.js';
import type { JudgedGame } from '../combine/judged-game.js';

/** The pairs that a judge judged in both orders, and the question of each. */
export interface PairsInBothOrders extends BothOrders {
  readonly once: readonly number[];
  readonly swapped: readonly number[];
  readonly questionIds: readonly string[];
}

/** The verdicts of pairs with a verdict in both orders, by the places in which the answers were shown. */
export function pairsInBothOrders(games: readonly JudgedGame[]): PairsInBothOrders {
  const waiting = new Map<string, Verdict>();
  const [once, swapped, questionIds]: [number[], number[], string[]] = [[], [], []];
  for (const { judgement, second } of games) {
    const { questionId, turn, run, firstAnswerId, secondAnswerId, state, verdict } = judgement;
    if (second === null || state !== 'ok' || verdict === null) continue;
    const other = waiting.get(JSON.stringify([questionId, turn, run, secondAnswerId, firstAnswerId]));
    if (other === undefined) {
      waiting.set(JSON.stringify([questionId, turn, run, firstAnswerId, secondAnswerId]), verdict);
      continue;
    }
    once.push(outcomeOf(other));
    swapped.push(outcomeOf(verdict));
    questionIds.push(questionId);
  }
  return { once, swapped, questionIds };
}

/** A verdict as statistics code it, with five labels as three. */
export function outcomeOf(verdict: Verdict): number {
  const points = pointsOfFirst(verdict);
  return points === 1 ? FIRST_WINS : points === 0 ? SECOND_WINS : TIE;
}

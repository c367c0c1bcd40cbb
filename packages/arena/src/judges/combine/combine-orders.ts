import type { Judgement } from '@understudy/store';
import type { BattleWinner, JudgedBattle } from './judged-battle.js';
import type { JudgedGame } from './judged-game.js';
import { isStrong, pointsOfFirst, preferenceForFirst } from './points.js';

/** Times that a much better answer counts in the weighted preference. */
const STRONG_WEIGHT = 3;

/** A game between two answers. */
type PairGame = JudgedGame & { readonly second: NonNullable<JudgedGame['second']> };

/** The two orders of one battle, as far as they are there. */
interface Orders {
  /** `a` was shown first. */
  forward?: PairGame;
  /** `b` was shown first. */
  backward?: PairGame;
}

/** Which games make a battle. */
export interface CombineOptions {
  /** `any`: one order is enough, for imported judgements of tools that ask in one order only. `both` by default. */
  readonly orders?: 'both' | 'any' | undefined;
}

/**
 * Battles of the two orders of each pair: both for one model is its win, both a tie is a tie, all else is `tie (inconsistent)`
 * (Zheng et al. 2023, §3.4). A pair with an order that was not judged, or not parsed, has no winner. Games of single answers are left out.
 */
export function combineOrders(
  games: readonly JudgedGame[],
  { orders: wanted = 'both' }: CombineOptions = {},
): readonly JudgedBattle[] {
  const pairs = new Map<string, Orders>();
  for (const game of games) {
    if (!isPairGame(game)) continue;
    const isForward = game.first.versionId < game.second.versionId;
    const [a, b] = isForward ? [game.first, game.second] : [game.second, game.first];
    const { questionId, turn, run } = game.judgement;
    const key = JSON.stringify([questionId, turn, run, a.id, b.id]);
    const orders = pairs.get(key) ?? {};
    orders[isForward ? 'forward' : 'backward'] = game;
    pairs.set(key, orders);
  }
  return [...pairs.values()].flatMap((orders) => battleOf(orders, wanted) ?? []);
}

function isPairGame(game: JudgedGame): game is PairGame {
  return game.second !== null;
}

function battleOf({ forward, backward }: Orders, wanted: 'both' | 'any'): JudgedBattle | undefined {
  const any = forward ?? backward;
  if (any === undefined) return undefined;
  const [a, b] = any === forward ? [any.first, any.second] : [any.second, any.first];
  const { turn, run } = any.judgement;
  const none = { question: any.question, turn, run, a, b, winner: null, preference: null, weighted: null };
  const sides = [sideOf(forward?.judgement, 'a'), sideOf(backward?.judgement, 'b')] as const;
  const [one, two] = wanted === 'both' ? sides : [sides[0] ?? sides[1], sides[1] ?? sides[0]];
  if (one === undefined || two === undefined) return none;
  const weight = one.weight + two.weight;
  return {
    ...none,
    winner: winnerOf(one.points, two.points),
    preference: (one.preference + two.preference) / 2,
    weighted: { points: one.points * one.weight + two.points * two.weight, weight },
  };
}

/** What one order gives `a`. */
interface Side {
  readonly points: number;
  readonly preference: number;
  readonly weight: number;
}

function sideOf(judgement: Judgement | undefined, shownFirst: 'a' | 'b'): Side | undefined {
  if (judgement?.state !== 'ok' || judgement.verdict === null) return undefined;
  const points = pointsOfFirst(judgement.verdict);
  const preference = preferenceForFirst(judgement) ?? points;
  const weight = isStrong(judgement.verdict) ? STRONG_WEIGHT : 1;
  return shownFirst === 'a'
    ? { points, preference, weight }
    : { points: 1 - points, preference: 1 - preference, weight };
}

function winnerOf(one: number, two: number): BattleWinner {
  if (one !== two) return 'tie (inconsistent)';
  return one === 1 ? 'model_a' : one === 0 ? 'model_b' : 'tie';
}

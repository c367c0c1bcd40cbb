import type { BattleWinner, JudgedBattle } from './judged-battle.js';
import type { JudgedGame } from './judged-game.js';

/** Ratings that differ by no more are a tie (MT-bench's `TIE_DELTA`). */
export const TIE_DELTA = 0.1;

/** Room for the rounding of decimal ratings: 7.1 − 7 is a little more than 0.1. */
const ROUNDING = 1e-9;

/** A rated answer. */
type RatedGame = JudgedGame & { readonly score: number };

/** Battles of ratings from 1 to 10: each two models that were rated on the same question and turn (MT-bench, single mode). */
export function battlesOfScores(games: readonly JudgedGame[]): readonly JudgedBattle[] {
  const groups = new Map<string, RatedGame[]>();
  for (const game of games) {
    const { state, score, questionId, turn, run } = game.judgement;
    if (game.second !== null || state !== 'ok' || score === null) continue;
    const key = JSON.stringify([questionId, turn, run, game.first.sample]);
    const group = groups.get(key) ?? [];
    group.push({ ...game, score });
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((x, y) => (x.first.versionId < y.first.versionId ? -1 : 1));
    return sorted.flatMap((a, place) => sorted.slice(place + 1).map((b) => battleOf(a, b)));
  });
}

function battleOf(a: RatedGame, b: RatedGame): JudgedBattle {
  const winner = winnerOf(a.score - b.score);
  const points = winner === 'tie' ? 0.5 : Number(winner === 'model_a');
  const { turn, run } = a.judgement;
  return {
    question: a.question,
    turn,
    run,
    a: a.first,
    b: b.first,
    winner,
    preference: points,
    weighted: { points, weight: 1 },
  };
}

function winnerOf(difference: number): BattleWinner {
  if (Math.abs(difference) <= TIE_DELTA + ROUNDING) return 'tie';
  return difference > 0 ? 'model_a' : 'model_b';
}

import type { PairCounts } from '../comparisons/pair-counts.js';
import type { TieRule } from '../comparisons/tie-rule.js';

/** The votes as the likelihood sees them: only models that have games, each with a place of its own, and only pairs that met. */
export interface PairProblem {
  /** Number of models with games. */
  readonly size: number;
  /** The model of each place. */
  readonly model: Int32Array;
  /** Index of each pair in the columns of `PairCounts`. */
  readonly pair: Int32Array;
  /** Places of the pair's lower- and higher-numbered model. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Games of the pair that count. */
  readonly games: Float64Array;
  /** The first's wins, and half its ties where they count. */
  readonly score: Float64Array;
  /** Its ties, where they count. */
  readonly ties: Float64Array;
  /** Games of all pairs together. */
  readonly votes: number;
}

/** The problem that counts pose under a rule for ties. */
export function pairProblem(counts: PairCounts, rule: TieRule): PairProblem {
  const half = rule === 'half' ? 1 : 0;
  const met: { pair: number; lower: number; higher: number }[] = [];
  const played = new Uint8Array(counts.models);
  let index = 0;
  for (let higher = 1; higher < counts.models; higher += 1) {
    for (let lower = 0; lower < higher; lower += 1, index += 1) {
      if (counts.wins[index]! + counts.losses[index]! + half * counts.ties[index]! <= 0) continue;
      met.push({ pair: index, lower, higher });
      played[lower] = 1;
      played[higher] = 1;
    }
  }
  const model = Int32Array.from(Array.from(played.keys()).filter((candidate) => played[candidate] === 1));
  const place = new Int32Array(counts.models).fill(-1);
  for (const [at, which] of model.entries()) place[which] = at;
  const pair = Int32Array.from(met, (entry) => entry.pair);
  const games = Float64Array.from(pair, (at) => counts.wins[at]! + counts.losses[at]! + half * counts.ties[at]!);
  return {
    size: model.length,
    model,
    pair,
    first: Int32Array.from(met, ({ lower }) => place[lower]!),
    second: Int32Array.from(met, ({ higher }) => place[higher]!),
    games,
    score: Float64Array.from(pair, (at) => counts.wins[at]! + (half * counts.ties[at]!) / 2),
    ties: Float64Array.from(pair, (at) => half * counts.ties[at]!),
    votes: games.reduce((sum, value) => sum + value, 0),
  };
}

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
  const { models, wins, losses } = counts;
  const columns = emptyColumns(wins.length);
  const played = new Uint8Array(models);
  let met = 0;
  let votes = 0;
  let pair = 0;
  for (let higher = 1; higher < models; higher += 1) {
    for (let lower = 0; lower < higher; lower += 1, pair += 1) {
      const ties = half * counts.ties[pair]!;
      const games = wins[pair]! + losses[pair]! + ties;
      if (games <= 0) continue;
      columns.pair[met] = pair;
      columns.first[met] = lower;
      columns.second[met] = higher;
      columns.games[met] = games;
      columns.score[met] = wins[pair]! + ties / 2;
      columns.ties[met] = ties;
      played[lower] = 1;
      played[higher] = 1;
      votes += games;
      met += 1;
    }
  }
  const model = Int32Array.from(Array.from(played.keys()).filter((candidate) => played[candidate] === 1));
  const place = new Int32Array(models);
  for (const [at, which] of model.entries()) place[which] = at;
  return {
    size: model.length,
    model,
    pair: columns.pair.subarray(0, met),
    first: columns.first.subarray(0, met).map((which) => place[which]!),
    second: columns.second.subarray(0, met).map((which) => place[which]!),
    games: columns.games.subarray(0, met),
    score: columns.score.subarray(0, met),
    ties: columns.ties.subarray(0, met),
    votes,
  };
}

function emptyColumns(pairs: number) {
  return {
    pair: new Int32Array(pairs),
    first: new Int32Array(pairs),
    second: new Int32Array(pairs),
    games: new Float64Array(pairs),
    score: new Float64Array(pairs),
    ties: new Float64Array(pairs),
  };
}

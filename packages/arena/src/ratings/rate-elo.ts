import { countPairs, eloOrderStudy, eloRatings, fitBradleyTerry, normalQuantile, places } from '@understudy/statistics';
import { comparisonsOf, type BattleTable } from '../battles/battle-table.js';
import { selectRows } from '../battles/select-battles.js';
import { withoutTies } from './rate-fitted.js';
import type { MethodResult } from './rating-method.js';
import type { RateBattlesOptions } from './rating-options.js';

const SHUFFLES = 200;

/**
 * Online Elo ratings in the order of the votes' time, or of the table where not every vote has one. Standard errors are the deviation over
 * random orders of the same votes, and so are the intervals (normal) and ranks (all that occurred): they tell of the order alone.
 */
export function rateElo(table: BattleTable, options: RateBattlesOptions): MethodResult {
  const { k = 16, initial = 1000, ties = 'half', seed = 0, confidence = 0.95 } = options;
  const counted = ties === 'half' ? table : withoutTies(table);
  const ordered = inOrderOfTime(counted);
  const comparisons = comparisonsOf(ordered);
  const ratings = eloRatings(comparisons, { k, initial });
  const study = eloOrderStudy(comparisons, { k, initial, seed, shuffles: SHUFFLES });
  const reach = normalQuantile(confidence);
  const ranks = places(ratings);
  return {
    connected: fitBradleyTerry(countPairs(comparisons)).connected,
    ratings,
    standardErrors: study.standardDeviation,
    lower: ratings.map((rating, model) => rating - reach * study.standardDeviation[model]!),
    upper: ratings.map((rating, model) => rating + reach * study.standardDeviation[model]!),
    // The order of the votes is one of all orders, if not one of those drawn.
    rankLower: ranks.map((rank, model) => Math.min(rank, study.bestRank[model]!)),
    rankUpper: ranks.map((rank, model) => Math.max(rank, study.worstRank[model]!)),
    ranks: { kind: 'order' },
    gauge: { kind: 'initial', rating: initial },
    interval: {
      kind: 'order',
      confidence,
      clusters: [],
      degreesOfFreedom: Infinity,
      repair: { kind: 'none' },
      rounds: SHUFFLES,
      seed,
    },
    elo: { k, initial, order: table.time === null ? 'file' : 'time' },
  };
}

/** Votes of the same time keep their order. */
function inOrderOfTime(table: BattleTable): BattleTable {
  const { time } = table;
  if (time === null || time.every((at, row) => row === 0 || time[row - 1]! <= at)) return table;
  const rows = Int32Array.from(time, (_, row) => row).sort((one, other) => time[one]! - time[other]! || one - other);
  return selectRows(table, rows);
}

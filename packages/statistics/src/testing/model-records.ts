import type { PairCounts } from '../comparisons/pair-counts.js';

/** A model's results over all its opponents. */
export interface ModelRecord {
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
}

/** Every model's wins, losses and ties, by its number. */
export function modelRecords({ models, wins, losses, ties }: PairCounts): readonly ModelRecord[] {
  const records = Array.from({ length: models }, () => ({ wins: 0, losses: 0, ties: 0 }));
  let pair = 0;
  for (let higher = 1; higher < models; higher += 1) {
    for (let lower = 0; lower < higher; lower += 1, pair += 1) {
      const below = records[lower]!;
      const above = records[higher]!;
      below.wins += wins[pair]!;
      below.losses += losses[pair]!;
      below.ties += ties[pair]!;
      above.wins += losses[pair]!;
      above.losses += wins[pair]!;
      above.ties += ties[pair]!;
    }
  }
  return records;
}

import { FIRST_WINS, SECOND_WINS } from '@understudy/statistics';
import { BOTH_BAD, INCONSISTENT, isTie } from '../battles/battle-outcome.js';
import type { BattleTable } from '../battles/battle-table.js';

/** A model's votes by their outcome. */
export interface VoteCounts {
  votes: number;
  wins: number;
  losses: number;
  ties: number;
  bothBad: number;
  inconsistent: number;
}

/** How the votes of each model went. */
export function voteCounts({ models, first, second, outcome }: BattleTable): readonly Readonly<VoteCounts>[] {
  const counts = models.map((): VoteCounts => ({ votes: 0, wins: 0, losses: 0, ties: 0, bothBad: 0, inconsistent: 0 }));
  for (let row = 0; row < outcome.length; row += 1) {
    const code = outcome[row]!;
    count(counts[first[row]!]!, code, FIRST_WINS);
    count(counts[second[row]!]!, code, SECOND_WINS);
  }
  return counts;
}

function count(counts: VoteCounts, outcome: number, win: number): void {
  counts.votes += 1;
  if (outcome === win) counts.wins += 1;
  else if (!isTie(outcome)) counts.losses += 1;
  else {
    counts.ties += 1;
    if (outcome === BOTH_BAD) counts.bothBad += 1;
    else if (outcome === INCONSISTENT) counts.inconsistent += 1;
  }
}

import { FIRST_WINS, SECOND_WINS, TIE } from '@understudy/statistics';
import type { Outcome } from '@understudy/store';
import { BOTH_BAD, type BattleOutcome } from '../battles/battle-outcome.js';

const BATTLE_OUTCOMES = {
  a: FIRST_WINS,
  b: SECOND_WINS,
  tie: TIE,
  both_bad: BOTH_BAD,
} as const satisfies Record<Exclude<Outcome, 'skip'>, BattleOutcome>;

/** What a vote is as a battle; a skipped item is none. */
export function battleOutcome(outcome: Exclude<Outcome, 'skip'>): BattleOutcome {
  return BATTLE_OUTCOMES[outcome];
}

/** What a battle is as a vote. Votes know no judge that changed its mind: that is a tie. */
export function voteOutcome(outcome: number | undefined): Outcome {
  if (outcome === FIRST_WINS) return 'a';
  if (outcome === SECOND_WINS) return 'b';
  return outcome === BOTH_BAD ? 'both_bad' : 'tie';
}

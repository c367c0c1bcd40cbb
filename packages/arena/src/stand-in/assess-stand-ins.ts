import type { NonInferiorityOptions } from '@understudy/statistics';
import type { BattleTable } from '../battles/battle-table.js';
import { assessStandIn, type StandInAssessment, type StandInClaim } from './assess-stand-in.js';

/** Votes, and claims about their models. */
export interface StandInsInput extends NonInferiorityOptions {
  readonly table: BattleTable;
  readonly claims: readonly StandInClaim[];
}

/** Tests several claims on the same votes; undefined where a claim's model is none of the table. */
export function assessStandIns({
  table,
  claims,
  ...options
}: StandInsInput): readonly (StandInAssessment | undefined)[] {
  return claims.map((claim) => assessStandIn(table, claim, options));
}

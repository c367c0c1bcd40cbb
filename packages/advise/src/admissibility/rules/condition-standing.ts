import type { LicenceCondition } from '@understudy/catalog';
import type { Needs } from '../../needs/needs.js';

/** How a licence's condition stands to a use: it rules the use out, it may do so, or it can be kept and is to be told. */
export type ConditionStanding = 'breaks' | 'may-break' | 'to-keep';

/**
 * How a condition stands to the needs. A cap without a number of users to hold against it is one to keep: an advice tells it among the
 * weak spots.
 */
export function conditionStanding(
  condition: LicenceCondition,
  { commercial, users, asService }: Pick<Needs, 'commercial' | 'users' | 'asService'>,
): ConditionStanding {
  switch (condition.kind) {
    case 'user-cap':
      return users !== undefined && users > condition.monthlyActiveUsers ? 'breaks' : 'to-keep';
    case 'daily-user-cap':
      // No more come in a day than in the month; how many do, monthly users don't tell.
      return users !== undefined && users >= condition.dailyActiveUsers ? 'may-break' : 'to-keep';
    case 'research-only':
    case 'non-commercial':
      return commercial ? 'breaks' : 'to-keep';
    case 'no-hosting':
      return asService ? 'breaks' : 'to-keep';
    // How much anybody earns is not among the needs.
    case 'revenue-cap':
    case 'attribution':
    case 'acceptable-use':
    case 'no-training-on-outputs':
    case 'share-alike':
    case 'registration':
    case 'name-prefix':
    case 'source-disclosure':
      return 'to-keep';
    default:
      return condition satisfies never;
  }
}

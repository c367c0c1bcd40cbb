import type { Obligation, Obligations } from '@understudy/catalog';
import type { Needs } from '../../needs/needs.js';
import type { Finding, HeldCondition, Reason } from '../finding.js';
import { isHosted } from '../footprint.js';
import type { Rule } from '../rule.js';
import { conditionStanding } from './condition-standing.js';

/**
 * The use that is asked for (commercial, for so many users, offered to others) by the licences of the model and of all it was made from. A
 * hosted model is used by its provider's terms of service, which the catalog does not judge: its weights cannot be had at all, yet its answers
 * are sold.
 */
export const licence: Rule = ({ candidate, needs }) => {
  if (!needs.commercial && !needs.asService && needs.users === undefined) return undefined;
  const { card, obligations } = candidate;
  if (card === undefined || obligations === undefined) {
    return { outcome: 'unknown', reason: { code: 'no-card' }, sources: [] };
  }
  const { sources, condition: note } = card.licence;
  if (isHosted(candidate)) return { outcome: 'met', reason: { code: 'hosted' }, sources };
  const conditions = heldConditions(obligations);
  const told = { decidedBy: obligations.decidedBy, conditions, note };
  const obstacle = findObstacle(obligations, needs);
  if (obstacle?.outcome === 'broken') return { ...obstacle, reason: reasonOf(obstacle.of, needs, told), sources };
  const reading = needs.commercial ? commercially(obligations) : undefined;
  // That a daily cap may be exceeded matters where the rest is met.
  if (obstacle !== undefined && (reading === undefined || reading.outcome === 'met')) {
    return { outcome: 'unknown', reason: reasonOf(obstacle.of, needs, told), sources };
  }
  return reading && { outcome: reading.outcome, reason: { code: reading.code, ...told }, sources };
};

/** What a licence says of commercial use. */
interface Reading {
  readonly outcome: Finding['outcome'];
  readonly code: 'licence-allows' | 'licence-forbids' | 'licence-conditional' | 'licence-unknown';
}

function commercially({ commercialUse, obligations }: Obligations): Reading {
  switch (commercialUse) {
    case 'yes':
      return { outcome: 'met', code: 'licence-allows' };
    case 'no':
      return { outcome: 'broken', code: 'licence-forbids' };
    case 'unknown':
      return { outcome: 'unknown', code: 'licence-unknown' };
    case 'conditional':
      // A condition that nobody wrote down as one cannot be met knowingly.
      return obligations.length === 0
        ? { outcome: 'unknown', code: 'licence-unknown' }
        : { outcome: 'met', code: 'licence-conditional' };
    default:
      return commercialUse satisfies never;
  }
}

interface Obstacle {
  readonly outcome: 'broken' | 'unknown';
  readonly of: Obligation;
}

/** The condition that rules the use out, the smallest cap first; else one that may do so. */
function findObstacle({ obligations }: Obligations, needs: Needs): Obstacle | undefined {
  const standing = (wanted: 'breaks' | 'may-break') =>
    obligations
      .filter(({ condition }) => conditionStanding(condition, needs) === wanted)
      .toSorted((a, b) => (capOf(a) ?? Infinity) - (capOf(b) ?? Infinity))[0];
  const broken = standing('breaks');
  if (broken !== undefined) return { outcome: 'broken', of: broken };
  const open = standing('may-break');
  return open && { outcome: 'unknown', of: open };
}

function capOf({ condition }: Obligation): number | undefined {
  switch (condition.kind) {
    case 'user-cap':
      return condition.monthlyActiveUsers;
    case 'daily-user-cap':
      return condition.dailyActiveUsers;
    default:
      return undefined;
  }
}

function reasonOf(obligation: Obligation, { users }: Needs, told: Told): Reason {
  const { condition, from } = obligation;
  const { conditions } = told;
  const cap = capOf(obligation);
  if (condition.kind === 'no-hosting') return { code: 'no-hosting', from, conditions };
  return cap === undefined || users === undefined
    ? { code: 'licence-forbids', ...told }
    : { code: condition.kind === 'user-cap' ? 'user-cap' : 'daily-user-cap', cap, users, from, conditions };
}

/** What is told of a licence with every reading of it. */
interface Told {
  readonly decidedBy: readonly string[];
  readonly conditions: readonly HeldCondition[];
  readonly note: string | null;
}

function heldConditions({ obligations }: Obligations): readonly HeldCondition[] {
  return obligations.map(({ condition: { kind, text }, licence: id, from }) => ({ kind, text, licence: id, from }));
}

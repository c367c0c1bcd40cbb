import type { Obligations } from '@understudy/catalog';
import type { HeldCondition } from '../finding.js';
import { isHosted } from '../footprint.js';
import type { Rule } from '../rule.js';

/** Kinds of conditions that rule commercial use out, whatever else the licence allows. */
const FORBIDDING = new Set(['research-only', 'non-commercial']);

/**
 * Commercial use by the licences of the model and of all it was made from. A hosted model is used by its provider's terms of service, which
 * the catalog does not judge: its weights cannot be had at all, yet its answers are sold.
 */
export const licence: Rule = ({ candidate, needs }) => {
  if (!needs.commercial) return undefined;
  const { card, obligations } = candidate;
  if (card === undefined || obligations === undefined) {
    return { outcome: 'unknown', reason: { code: 'no-card' }, sources: [] };
  }
  const { sources, condition: note } = card.licence;
  if (isHosted(candidate)) return { outcome: 'met', reason: { code: 'hosted' }, sources };
  const conditions = heldConditions(obligations);
  const told = { decidedBy: obligations.decidedBy, conditions, note };
  const cap = capBelow(obligations, needs.users);
  if (cap !== undefined) {
    return { outcome: 'broken', reason: { code: 'user-cap', ...cap, conditions }, sources };
  }
  switch (obligations.commercialUse) {
    case 'yes':
      return { outcome: 'met', reason: { code: 'licence-allows', ...told }, sources };
    case 'no':
      return { outcome: 'broken', reason: { code: 'licence-forbids', ...told }, sources };
    case 'unknown':
      return { outcome: 'unknown', reason: { code: 'licence-unknown', ...told }, sources };
    case 'conditional':
      // A condition that nobody wrote down as one cannot be met knowingly.
      if (conditions.length === 0) return { outcome: 'unknown', reason: { code: 'licence-unknown', ...told }, sources };
      return conditions.some(({ kind }) => FORBIDDING.has(kind))
        ? { outcome: 'broken', reason: { code: 'licence-forbids', ...told }, sources }
        : { outcome: 'met', reason: { code: 'licence-conditional', ...told }, sources };
    default:
      return obligations.commercialUse satisfies never;
  }
};

function heldConditions({ obligations }: Obligations): readonly HeldCondition[] {
  return obligations.map(({ condition: { kind, text }, licence: id, from }) => ({ kind, text, licence: id, from }));
}

/** The smallest cap that so many users exceed. */
function capBelow(
  { obligations }: Obligations,
  users: number | undefined,
): { readonly cap: number; readonly users: number; readonly from: string } | undefined {
  if (users === undefined) return undefined;
  const caps = obligations.flatMap(({ condition, from }) =>
    condition.kind === 'user-cap' ? [{ cap: condition.monthlyActiveUsers, users, from }] : [],
  );
  return caps.filter(({ cap }) => users > cap).toSorted((a, b) => a.cap - b.cap)[0];
}

import type { Rule } from '../rule.js';

/** Weights that one can have, if need be after accepting terms or as a difference to another model's. */
export const openWeights: Rule = ({ candidate: { card }, needs }) => {
  if (!needs.openWeights) return undefined;
  if (card === undefined) return { outcome: 'unknown', reason: { code: 'no-card' }, sources: [] };
  const { status, sources } = card.weights;
  return status === 'closed' || status === 'unreleased'
    ? { outcome: 'broken', reason: { code: 'weights-closed' }, sources }
    : { outcome: 'met', reason: { code: 'weights-available' }, sources };
};

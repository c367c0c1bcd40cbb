import type { Rule } from '../rule.js';

/** The identity of what a server runs is its address: what that is, and whether one can have it, it does not tell. */
const SERVER = /^https?:/u;

/**
 * Weights that one can have, if need be after accepting terms or as a difference to another model's; unless hosted models are asked for as
 * well. Of a model without a card, who was asked when it was measured tells.
 */
export const openWeights: Rule = ({ candidate: { card, measured }, needs }) => {
  if (needs.hosted) return undefined;
  if (card !== undefined) {
    const { status, sources } = card.weights;
    // What nobody can have at all is told by `availability`.
    if (status === 'unreleased') return undefined;
    return status === 'closed'
      ? { outcome: 'broken', reason: { code: 'weights-closed' }, sources }
      : { outcome: 'met', reason: { code: 'weights-available' }, sources };
  }
  if (measured?.model.remote !== undefined) {
    return { outcome: 'broken', reason: { code: 'weights-closed' }, sources: [] };
  }
  return SERVER.test(measured?.model.identity ?? '')
    ? { outcome: 'unknown', reason: { code: 'no-card' }, sources: [] }
    : { outcome: 'met', reason: { code: 'weights-available' }, sources: [] };
};

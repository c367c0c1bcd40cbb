import { isBehindServer } from '../footprint.js';
import type { Rule } from '../rule.js';

/**
 * Weights that one can have, if need be after accepting terms or as a difference to another model's; unless hosted models are asked for as
 * well. Of a model without a card, who was asked when it was measured tells.
 */
export const openWeights: Rule = ({ candidate, needs }) => {
  const { card, measured } = candidate;
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
  return isBehindServer(candidate)
    ? { outcome: 'unknown', reason: { code: 'no-card' }, sources: [] }
    : { outcome: 'met', reason: { code: 'weights-available' }, sources: [] };
};

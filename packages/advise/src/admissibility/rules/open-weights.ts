import type { Rule } from '../judge-needs.js';

/** Specs of models that a provider runs, and of servers, of which nobody knows what they run. */
const PROVIDER = /^(openai|anthropic):/u;
const SERVER = /^https?:/u;

/**
 * Weights that one can have, if need be after accepting terms or as a difference to another model's; unless hosted models are asked for as
 * well. Of a model without a card, what named it when it was measured tells.
 */
export const openWeights: Rule = ({ candidate: { card, spec }, needs }) => {
  if (needs.hosted) return undefined;
  if (card !== undefined) {
    const { status, sources } = card.weights;
    return status === 'closed' || status === 'unreleased'
      ? { outcome: 'broken', reason: { code: 'weights-closed' }, sources }
      : { outcome: 'met', reason: { code: 'weights-available' }, sources };
  }
  if (PROVIDER.test(spec)) return { outcome: 'broken', reason: { code: 'weights-closed' }, sources: [] };
  return SERVER.test(spec)
    ? { outcome: 'unknown', reason: { code: 'no-card' }, sources: [] }
    : { outcome: 'met', reason: { code: 'weights-available' }, sources: [] };
};

import type { Rule } from '../rule.js';

/** A model whose weights were never published, and that nobody offers, can stand in for nothing. */
export const availability: Rule = ({ candidate: { card, measured } }) => {
  if (card === undefined) return { outcome: 'met', reason: { code: 'no-card' }, sources: [] };
  const { weights, remote } = card;
  if (weights.status === 'unreleased') {
    return { outcome: 'broken', reason: { code: 'unreleased' }, sources: weights.sources };
  }
  if (weights.status !== 'closed') {
    return { outcome: 'met', reason: { code: 'weights-available' }, sources: weights.sources };
  }
  const isReached = remote !== null || measured !== undefined;
  return isReached
    ? { outcome: 'met', reason: { code: 'hosted' }, sources: remote?.sources ?? weights.sources }
    : { outcome: 'unknown', reason: { code: 'weights-closed' }, sources: weights.sources };
};

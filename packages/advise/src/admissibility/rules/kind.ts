import type { Rule } from '../rule.js';

/** What the model was tuned for. */
export const kind: Rule = ({ candidate: { card }, needs }) => {
  if (needs.kind.length === 0) return undefined;
  if (card === undefined) return { outcome: 'unknown', reason: { code: 'not-known', what: 'kind' }, sources: [] };
  return {
    outcome: needs.kind.includes(card.kind) ? 'met' : 'broken',
    reason: { code: 'kind', kind: card.kind },
    sources: card.developer.sources,
  };
};

import type { Rule } from '../rule.js';

/** The length that the model was trained or tuned for. */
export const context: Rule = ({ candidate: { card }, needs: { context: needed } }) => {
  if (needed === undefined) return undefined;
  const tokens = card?.architecture?.contextLength ?? null;
  const sources = card?.architecture?.sources ?? [];
  if (tokens === null) return { outcome: 'unknown', reason: { code: 'not-known', what: 'context' }, sources };
  return { outcome: tokens >= needed ? 'met' : 'broken', reason: { code: 'context', tokens, needed }, sources };
};

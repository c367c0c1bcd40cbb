import { isBehindServer, isHosted } from '../footprint.js';
import type { Rule } from '../rule.js';

/**
 * The dearer of input and output, per million tokens. A model that is run at home has no price a token; what a server asks for one that
 * the catalog does not know is not known.
 */
export const cost: Rule = ({ candidate, needs: { maxCost: limit } }) => {
  if (limit === undefined) return undefined;
  const { card } = candidate;
  if (!isHosted(candidate) && !isBehindServer(candidate)) {
    return { outcome: 'met', reason: { code: 'not-applicable' }, sources: [] };
  }
  const price = card?.price ?? null;
  if (price === null) return { outcome: 'unknown', reason: { code: 'not-known', what: 'price' }, sources: [] };
  const sources = [price.source];
  if (price.currency !== 'USD') {
    return { outcome: 'unknown', reason: { code: 'not-known', what: 'currency' }, sources };
  }
  const usd = Math.max(price.input, price.output);
  return {
    outcome: usd <= limit ? 'met' : 'broken',
    reason: { code: 'cost', usd, limit, date: price.date },
    sources,
  };
};

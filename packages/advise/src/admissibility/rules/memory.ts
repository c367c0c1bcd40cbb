import { isHosted } from '../footprint.js';
import type { Rule } from '../rule.js';

/** Weights and K/V cache of the needed context, in the first allowed format that fits. */
export const memory: Rule = ({ candidate, needs, footprint }) => {
  const { maxMemory: limit } = needs;
  if (limit === undefined) return undefined;
  const { card } = candidate;
  if (isHosted(candidate)) return { outcome: 'met', reason: { code: 'not-applicable' }, sources: [] };
  const sources = card?.architecture?.sources ?? card?.parameters?.sources ?? [];
  if (footprint === undefined) {
    return { outcome: 'unknown', reason: { code: 'not-known', what: 'architecture' }, sources };
  }
  const { bytes, quantization } = footprint;
  return {
    outcome: bytes <= limit ? 'met' : 'broken',
    reason: { code: 'memory', bytes, limit, quantization },
    sources,
  };
};

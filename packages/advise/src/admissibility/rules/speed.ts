import type { Rule } from '../rule.js';

/** Tokens a second that the bandwidth of the memory allows: an upper bound, so what is too slow by it is too slow. */
export const speed: Rule = ({ candidate: { card }, needs: { speed: needed }, footprint }) => {
  if (needed === undefined) return undefined;
  const sources = card?.architecture?.sources ?? [];
  const tokensPerSecond = footprint?.tokensPerSecond;
  if (footprint === undefined || tokensPerSecond === undefined) {
    return { outcome: 'unknown', reason: { code: 'not-known', what: 'architecture' }, sources };
  }
  const { quantization } = footprint;
  return {
    outcome: tokensPerSecond >= needed ? 'met' : 'broken',
    reason: { code: 'speed', tokensPerSecond, needed, quantization },
    sources,
  };
};

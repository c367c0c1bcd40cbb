import type { ModelDescription } from './describe-model.js';

/**
 * Numbers that K and V of `tokens` tokens hold over all layers, every layer keeping all tokens (as libllama does by default with
 * `swa_full`; a sliding-window cache needs less). Times the bytes of the KV type this is the memory of a KV cache.
 */
export function kvCacheElements(model: ModelDescription, tokens: number): number {
  const kvHeads = model.kvHeads.reduce((sum, heads) => sum + heads, 0);
  return tokens * kvHeads * (model.keyLength + model.valueLength);
}

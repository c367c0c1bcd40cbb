import type { AttentionInputs, LayerCache } from '../architectures/text-model.js';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** Q, K and V of a layer, [batch, width, heads · headLength] each, rotated where they are to be. */
export interface Projections {
  readonly query: Value;
  readonly key: Value;
  readonly value: Value;
}

/** How a layer attends; `scale` is the factor of the scores, `softCap` bends them before the bias is added. */
export interface AttentionShape {
  readonly heads: number;
  readonly kvHeads: number;
  readonly scale: number;
  readonly softCap?: number | undefined;
}

/** What an attention layer gives back: its output, and K and V of prefix and own tokens together. */
export interface AttentionOutputs {
  readonly attended: Value;
  readonly present: LayerCache;
}

/**
 * Grouped-query attention (Ainslie et al. 2023, arXiv:2305.13245) over a prefix's K and V and the call's own tokens. A token
 * sees the prefix and the tokens before it as far as the bias lets it: a tree of tokens is a bias that hides what is not an
 * ancestor. One operation of ONNX Runtime, computed head by head, so that the scores need not leave the cache.
 *
 * The operator could rotate Q and K itself, but without a prefix it then ignores the positions it is given and counts.
 */
export function groupedQueryAttention(
  g: GraphBuilder,
  { query, key, value }: Projections,
  { heads, kvHeads, scale, softCap }: AttentionShape,
  { past, span }: Pick<AttentionInputs, 'past' | 'span'>,
): AttentionOutputs {
  const [attended, presentKey, presentValue] = g.nodes(
    'GroupQueryAttention',
    // The three left out are tables and positions of its own rotation.
    [query, key, value, past.key, past.value, span.lengths, span.total, undefined, undefined, undefined, span.bias],
    3,
    {
      domain: 'com.microsoft',
      attributes: {
        num_heads: heads,
        kv_num_heads: kvHeads,
        scale: { float: scale },
        ...(softCap === undefined ? {} : { softcap: { float: softCap } }),
      },
    },
  );
  // Three outputs were asked for.
  return { attended: attended as Value, present: { key: presentKey as Value, value: presentValue as Value } };
}

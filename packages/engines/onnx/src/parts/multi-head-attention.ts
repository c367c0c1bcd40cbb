import type { CrossInputs } from '../architectures/text-model.js';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import type { Projections } from './grouped-query-attention.js';

/** How heads attend; `scale` is the factor of the scores. */
export interface HeadsShape {
  readonly heads: number;
  readonly scale: number;
}

/** Hides a column: finite, as in the masks of other attention. */
const HIDDEN = -1e9;

/**
 * Attention in which every token sees all others (Vaswani et al. 2017, arXiv:1706.03762), as encoders have it. bias: [1, heads, width,
 * width], added to the scores; mask: int32 [batch, width], 0 for tokens that only fill up.
 */
export function encoderAttention(
  g: GraphBuilder,
  { query, key, value }: Projections,
  { heads, scale }: HeadsShape,
  { bias, mask }: { readonly bias?: Value; readonly mask: Value },
): Value {
  return multiHeadAttention(g, [query, key, value, undefined, mask, ...(bias === undefined ? [] : [bias])], {
    heads,
    scale,
  });
}

/** Attention of a text's tokens to all tokens of its context. query: [batch, width, heads · headLength]. */
export function crossAttention(
  g: GraphBuilder,
  query: Value,
  { heads, scale }: HeadsShape,
  { key, value, mask }: CrossInputs,
): Value {
  return multiHeadAttention(g, [query, key, value, undefined, mask], { heads, scale });
}

function multiHeadAttention(
  g: GraphBuilder,
  inputs: readonly (Value | undefined)[],
  { heads, scale }: HeadsShape,
): Value {
  return g.node('MultiHeadAttention', inputs, {
    domain: 'com.microsoft',
    attributes: { num_heads: heads, scale: { float: scale }, mask_filter_value: { float: HIDDEN } },
  });
}

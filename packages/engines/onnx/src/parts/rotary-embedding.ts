import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** How a head's elements are paired for rotation: neighbours, (0,1), (2,3) …, or the halves, (0,n/2), (1,n/2+1) … */
export type RotaryPairs = 'neighbours' | 'halves';

/** Cosines and sines of one rotary table: [places, dimensions / 2] each. */
export interface RotaryInputs {
  readonly cos: Value;
  readonly sin: Value;
}

/** Which elements are rotated: the first `dimensions` of each head. */
export interface RotaryShape {
  readonly heads: number;
  readonly pairs: RotaryPairs;
  readonly dimensions: number;
}

/** Rotary position embedding (Su et al. 2021, arXiv:2104.09864). x: [batch, width, heads · headLength]. */
export function rotaryEmbedding(
  g: GraphBuilder,
  x: Value,
  { heads, pairs, dimensions }: RotaryShape,
  { cos, sin, positions }: RotaryInputs & { readonly positions: Value },
): Value {
  return g.node('RotaryEmbedding', [x, positions, cos, sin], {
    domain: 'com.microsoft',
    attributes: { interleaved: pairs === 'neighbours' ? 1 : 0, num_heads: heads, rotary_embedding_dim: dimensions },
  });
}

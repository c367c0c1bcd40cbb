import type { AttentionInputs } from '../architectures/text-model.js';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** How a head's elements are paired for rotation: neighbours, (0,1), (2,3) …, or the halves, (0,n/2), (1,n/2+1) … */
export type RotaryPairs = 'neighbours' | 'halves';

/** Rotary position embedding (Su et al. 2021, arXiv:2104.09864). x: [batch, width, heads · headLength]. */
export function rotaryEmbedding(
  g: GraphBuilder,
  x: Value,
  { heads, pairs, dimensions }: { heads: number; pairs: RotaryPairs; dimensions: number },
  { rotary, positions }: Pick<AttentionInputs, 'rotary' | 'positions'>,
): Value {
  return g.node('RotaryEmbedding', [x, positions, rotary.cos, rotary.sin], {
    domain: 'com.microsoft',
    attributes: { interleaved: pairs === 'neighbours' ? 1 : 0, num_heads: heads, rotary_embedding_dim: dimensions },
  });
}

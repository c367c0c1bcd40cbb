import { alibiBias, alibiSlopes } from '../parts/alibi.js';
import { positionedEmbedding } from '../parts/embedding.js';
import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { withoutRotary } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** MPT (MosaicML 2023): ALiBi or learned positions, norms and matrices mostly without biases, Q, K and V clipped where the file says so. */
export function mpt(source: ModelSource): TextModel {
  const { weights } = source;
  const shape = transformerShape(source, 'layer');
  const mostBias = source.optionalNumber('attention.max_alibi_bias') ?? 0;
  const bound = source.optionalNumber('attention.clamp_kqv') ?? 0;
  withoutRotary(source);
  return decoder(source, {
    shape,
    positionBias: mostBias > 0 ? alibiBias({ slopes: alibiSlopes(shape.heads, mostBias) }) : undefined,
    embed: (g, inputs) =>
      weights.has('position_embd.weight')
        ? positionedEmbedding(g, inputs, {
            tokens: weights.in(g, 'token_embd.weight'),
            positions: weights.in(g, 'position_embd.weight'),
          })
        : undefined,
    layer(layer) {
      const { query, key, value } = layer.project(layer.norm('attn_norm'));
      const clipped =
        bound > 0
          ? { query: layer.clip(query, bound), key: layer.clip(key, bound), value: layer.clip(value, bound) }
          : { query, key, value };
      layer.add(layer.linear(layer.attend(clipped), 'attn_output'));
      layer.add(layer.feedForward(layer.norm('ffn_norm'), 'gelu'));
    },
  });
}

import { alibiBias, alibiSlopes } from '../parts/alibi.js';
import { embedding } from '../parts/embedding.js';
import { norm } from '../parts/norm.js';
import { normWeights } from '../weights/layer-weights.js';
import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { withoutRotary } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** BLOOM (Scao et al. 2022, arXiv:2211.05100), BLOOMZ and BELLE: ALiBi, a norm behind the embedding, biases everywhere. */
export function bloom(source: ModelSource): TextModel {
  const { weights } = source;
  const shape = transformerShape(source, 'layer');
  withoutRotary(source);
  return decoder(source, {
    shape,
    positionBias: alibiBias({ slopes: alibiSlopes(shape.heads) }),
    embed: (g, { tokens }) =>
      norm(
        g,
        embedding(g, weights.table(g, 'token_embd.weight'), tokens),
        normWeights(g, weights, 'token_embd_norm'),
        shape.norm,
      ),
    layer(layer) {
      layer.add(layer.linear(layer.attend(layer.project(layer.norm('attn_norm'))), 'attn_output'));
      layer.add(layer.feedForward(layer.norm('ffn_norm'), 'gelu-tanh'));
    },
  });
}

import { positionedEmbedding } from '../parts/embedding.js';
import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { withoutRotary } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** GPT-2 (Radford et al. 2019): learned positions, LayerNorm, biases; most others descend from it. */
export function gpt2(source: ModelSource): TextModel {
  const { weights } = source;
  withoutRotary(source);
  return decoder(source, {
    shape: transformerShape(source, 'layer'),
    embed: (g, inputs) =>
      positionedEmbedding(g, inputs, {
        tokens: weights.in(g, 'token_embd.weight'),
        positions: weights.in(g, 'position_embd.weight'),
      }),
    layer(layer) {
      layer.add(layer.linear(layer.attend(layer.project(layer.norm('attn_norm'))), 'attn_output'));
      layer.add(layer.feedForward(layer.norm('ffn_norm'), 'gelu-tanh'));
    },
  });
}

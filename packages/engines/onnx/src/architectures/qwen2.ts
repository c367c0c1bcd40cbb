import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** Qwen2 (Yang et al. 2024, arXiv:2407.10671): Llama with biases of Q, K and V, and rotary pairs of halves. */
export function qwen2(source: ModelSource): TextModel {
  return decoder(source, {
    shape: transformerShape(source, 'rms'),
    rotary: { pairs: 'halves', tables: [rotaryTable(source)] },
    layer(layer) {
      const x = layer.norm('attn_norm');
      layer.add(layer.linear(layer.attend(layer.rotate(layer.project(x))), 'attn_output'));
      layer.add(layer.feedForward(layer.norm('ffn_norm'), 'silu'));
    },
  });
}

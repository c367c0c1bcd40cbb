import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** ChatGLM2, ChatGLM3 (Zeng et al. 2024, arXiv:2406.12793): neighbours in half of a head rotated, gate and up joined. */
export function chatglm(source: ModelSource): TextModel {
  return decoder(source, {
    shape: transformerShape(source, 'rms'),
    rotary: { pairs: 'neighbours', tables: [rotaryTable(source)] },
    layer(layer) {
      const x = layer.norm('attn_norm');
      layer.add(layer.linear(layer.attend(layer.rotate(layer.project(x))), 'attn_output'));
      layer.add(layer.feedForward(layer.norm('ffn_norm'), 'silu', { joined: true }));
    },
  });
}

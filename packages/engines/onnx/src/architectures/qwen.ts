import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** Qwen 1 (Bai et al. 2023, arXiv:2309.16609), within its training length, beyond which it would change its angles and scores. */
export function qwen(source: ModelSource): TextModel {
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

import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** Phi-3 (Abdin et al. 2024, arXiv:2404.14219): Llama with joined matrices, rotary pairs of halves and, in some sizes, a window. */
export function phi3(source: ModelSource): TextModel {
  const window = source.slidingWindow();
  return decoder(source, {
    shape: transformerShape(source, 'rms'),
    rotary: { pairs: 'halves', tables: [rotaryTable(source)] },
    window: () => window,
    layer(layer) {
      const x = layer.norm('attn_norm');
      layer.add(layer.linear(layer.attend(layer.rotate(layer.project(x))), 'attn_output'));
      layer.add(layer.feedForward(layer.norm('ffn_norm'), 'silu', { joined: true }));
    },
  });
}

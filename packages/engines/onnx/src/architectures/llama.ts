import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/**
 * Llama (Touvron et al. 2023, arXiv:2302.13971) and all that GGUF files under its name: SmolLM2, Llama 3, Yi, InternLM with its biases,
 * and Mistral (Jiang et al. 2023, arXiv:2310.06825), whose window is honoured where the metadata has one.
 */
export function llama(source: ModelSource): TextModel {
  const window = source.optionalNumber('attention.sliding_window') || undefined;
  return decoder(source, {
    shape: transformerShape(source, 'rms'),
    rotary: { pairs: 'neighbours', tables: [rotaryTable(source)] },
    window: () => window,
    layer(layer) {
      const x = layer.norm('attn_norm');
      layer.add(layer.linear(layer.attend(layer.rotate(layer.project(x))), 'attn_output'));
      layer.add(layer.feedForward(layer.norm('ffn_norm'), 'silu'));
    },
  });
}

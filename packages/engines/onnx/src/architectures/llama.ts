import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/**
 * Llama (Touvron et al. 2023, arXiv:2302.13971) and all that GGUF files under its name: SmolLM2, Llama 3, Yi, InternLM with its biases,
 * Mistral (Jiang et al. 2023, arXiv:2310.06825), with the window that its file or its card has, and Mixtral (arXiv:2401.04088).
 */
export function llama(source: ModelSource): TextModel {
  const experts = source.optionalNumber('expert_count') ?? 0;
  const used = source.optionalNumber('expert_used_count') ?? 0;
  const window = source.slidingWindow();
  return decoder(source, {
    shape: transformerShape(source, 'rms'),
    rotary: { pairs: source.rotaryPairs('neighbours'), tables: [rotaryTable(source)] },
    window: () => window,
    layer(layer) {
      const x = layer.norm('attn_norm');
      layer.add(layer.linear(layer.attend(layer.rotate(layer.project(x))), 'attn_output'));
      const y = layer.norm('ffn_norm');
      layer.add(
        experts > 0
          ? layer.experts(y, { count: experts, used, renormalised: true, activation: 'silu' })
          : layer.feedForward(y, 'silu'),
      );
    },
  });
}

import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/**
 * GPT-NeoX (Black et al. 2022, arXiv:2204.06745): Pythia, Dolly 2, StableLM-alpha, RedPajama-INCITE. The feed-forward network reads the
 * stream as it was before the attention, unless the model puts one behind the other.
 *
 * GGUF files don't say which GELU it is. It is the exact one in all of these; GPT-NeoX-20B has the tanh approximation, which
 * differs by at most 0.0005 an element.
 */
export function gptneox(source: ModelSource): TextModel {
  const isParallel = source.optionalBoolean('use_parallel_residual') ?? true;
  return decoder(source, {
    shape: transformerShape(source, 'layer'),
    rotary: { pairs: 'halves', tables: [rotaryTable(source)] },
    layer(layer) {
      const x = layer.norm('attn_norm');
      const attended = layer.linear(layer.attend(layer.rotate(layer.project(x))), 'attn_output');
      if (isParallel) {
        const y = layer.norm('ffn_norm');
        layer.add(attended);
        layer.add(layer.feedForward(y, 'gelu'));
      } else {
        layer.add(attended);
        layer.add(layer.feedForward(layer.norm('ffn_norm'), 'gelu'));
      }
    },
  });
}

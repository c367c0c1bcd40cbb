import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/**
 * StableLM 3B-4E1T and StableLM 2 (Bellagente et al. 2024, arXiv:2402.17834): LayerNorm with SwiGLU. The 12B model norms each head of Q and
 * K, and lets attention and feed-forward network read one norm; the file shows it by having no second one.
 */
export function stablelm(source: ModelSource): TextModel {
  const shape = transformerShape(source, 'layer');
  // Converters write true for every model; the tensors tell.
  source.ignore('use_parallel_residual');
  return decoder(source, {
    shape,
    rotary: { pairs: 'halves', tables: [rotaryTable(source)] },
    layer(layer) {
      const x = layer.norm('attn_norm');
      const { query, key, value } = layer.project(x);
      const normed = layer.has('attn_q_norm')
        ? {
            query: layer.headNorm(query, 'attn_q_norm', shape.heads),
            key: layer.headNorm(key, 'attn_k_norm', layer.kvHeads),
            value,
          }
        : { query, key, value };
      layer.add(layer.linear(layer.attend(layer.rotate(normed)), 'attn_output'));
      layer.add(layer.feedForward(layer.has('ffn_norm') ? layer.norm('ffn_norm') : layer.goingOn(x), 'silu'));
    },
  });
}

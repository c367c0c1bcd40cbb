import { embedding } from '../parts/embedding.js';
import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** Gemma (Gemma Team 2024, arXiv:2403.08295): scaled embedding, GeGLU. Its norms multiply by 1 + w; GGUF files store 1 + w. */
export function gemma(source: ModelSource): TextModel {
  const shape = transformerShape(source, 'rms');
  return decoder(source, {
    shape,
    rotary: { pairs: 'halves', tables: [rotaryTable(source)] },
    embed: (g, { tokens }) =>
      embedding(g, source.weights.table(g, 'token_embd.weight'), tokens, Math.sqrt(shape.embeddingLength)),
    layer(layer) {
      const x = layer.norm('attn_norm');
      layer.add(layer.linear(layer.attend(layer.rotate(layer.project(x))), 'attn_output'));
      layer.add(layer.feedForward(layer.norm('ffn_norm'), 'gelu-tanh'));
    },
  });
}

import { embedding } from '../parts/embedding.js';
import { softCap } from '../parts/soft-cap.js';
import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import { slidingWindows } from './sliding-windows.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** Every sixth layer sees all tokens, the others a window, where the file does not say otherwise. */
const GLOBAL_LAYER_INTERVAL = 6;
const LOCAL_ROTARY_BASE = 10_000;
/** The 27B model, known by its depth, scales by its heads' share of the embedding instead of the head's length. */
const LAYERS_OF_27B = 62;

/**
 * Gemma 3 (Gemma Team 2025, arXiv:2503.19786): scaled embedding, norms before and after each branch, QK-norm, sliding windows in
 * five layers of six. Its norms multiply by 1 + w; GGUF files store 1 + w.
 */
export function gemma3(source: ModelSource): TextModel {
  const shape = transformerShape(source, 'rms');
  const { heads, headLength, embeddingLength } = shape;
  const window = slidingWindows(source, { interval: GLOBAL_LAYER_INTERVAL });
  const cap = source.optionalNumber('final_logit_softcapping') ?? 0;
  const rotary = rotaryTable(source);
  const localBase = source.optionalNumber('rope.freq_base_swa') ?? LOCAL_ROTARY_BASE;
  return decoder(source, {
    shape,
    window,
    rotary: {
      pairs: 'halves',
      tables: [rotary, { ...rotary, base: localBase, scale: 1 }],
      tableOf: (layer) => (window(layer) === undefined ? 0 : 1),
    },
    attentionScale: (shape.layers === LAYERS_OF_27B ? embeddingLength / heads : headLength) ** -0.5,
    embed: (g, { tokens }) =>
      embedding(g, source.weights.table(g, 'token_embd.weight'), tokens, Math.sqrt(embeddingLength)),
    layer(layer) {
      const { query, key, value } = layer.project(layer.norm('attn_norm'));
      const normed = {
        query: layer.headNorm(query, 'attn_q_norm', heads),
        key: layer.headNorm(key, 'attn_k_norm', layer.kvHeads),
        value,
      };
      const attended = layer.linear(layer.attend(layer.rotate(normed)), 'attn_output');
      layer.add(layer.normed(attended, 'post_attention_norm'));
      const product = layer.feedForward(layer.norm('ffn_norm'), 'gelu-tanh');
      layer.add(layer.normed(product, 'post_ffw_norm'));
    },
    logits: (g, logits) => (cap > 0 ? softCap(g, logits, cap) : logits),
  });
}

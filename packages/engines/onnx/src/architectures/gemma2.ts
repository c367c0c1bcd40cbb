import { embedding } from '../parts/embedding.js';
import { softCap } from '../parts/soft-cap.js';
import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import { slidingWindows } from './sliding-windows.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

const WINDOW = 4096;
const SCORE_CAP = 50;
const LOGIT_CAP = 30;
/** The 27B model, known by its depth, scales by its heads' share of the embedding instead of the head's length. */
const LAYERS_OF_27B = 46;

/**
 * Gemma 2 (Gemma Team 2024, arXiv:2408.00118): Gemma with norms behind the branches too, soft-caps of attention scores and logits, and a
 * window in every other layer, the first one included.
 */
export function gemma2(source: ModelSource): TextModel {
  const shape = transformerShape(source, 'rms');
  const { heads, headLength, embeddingLength } = shape;
  const cap = source.optionalNumber('final_logit_softcapping') ?? LOGIT_CAP;
  return decoder(source, {
    shape,
    rotary: { pairs: 'halves', tables: [rotaryTable(source)] },
    window: slidingWindows(source, { interval: 2, window: WINDOW }),
    attentionScale: (shape.layers === LAYERS_OF_27B ? embeddingLength / heads : headLength) ** -0.5,
    attentionSoftCap: source.optionalNumber('attn_logit_softcapping') ?? SCORE_CAP,
    embed: (g, { tokens }) =>
      embedding(g, source.weights.table(g, 'token_embd.weight'), tokens, Math.sqrt(embeddingLength)),
    layer(layer) {
      const x = layer.norm('attn_norm');
      const attended = layer.linear(layer.attend(layer.rotate(layer.project(x))), 'attn_output');
      layer.add(layer.normed(attended, 'post_attention_norm'));
      const product = layer.feedForward(layer.norm('ffn_norm'), 'gelu-tanh');
      layer.add(layer.normed(product, 'post_ffw_norm'));
    },
    logits: (g, logits) => softCap(g, logits, cap),
  });
}

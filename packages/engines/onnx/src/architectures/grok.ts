import { embedding } from '../parts/embedding.js';
import { softCap } from '../parts/soft-cap.js';
import { decoder } from './decoder.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** What files made before these keys existed mean (llama.cpp, `llama_model_grok`). */
const EMBEDDING_SCALE = 78.38367176906169;
const LOGIT_SCALE = 0.5773502691896257;
const SCORE_SCALE = 0.08838834764831845;
const SCORE_CAP = 30;

/**
 * Grok-1 (its authors' code, github.com/xai-org/grok-1): experts weighted by their shares of the softmax over all of them, norms
 * before and behind each branch, soft-capped scores. The cap of the router's scores that converters write is not in that code, nor
 * does llama.cpp apply it.
 */
export function grok(source: ModelSource): TextModel {
  const shape = transformerShape(source, 'rms');
  const experts = { count: source.number('expert_count'), used: source.number('expert_used_count') };
  const embeddingScale = source.optionalNumber('embedding_scale') ?? EMBEDDING_SCALE;
  const logitScale = source.optionalNumber('logit_scale') ?? LOGIT_SCALE;
  const logitCap = source.optionalNumber('final_logit_softcapping') ?? 0;
  source.ignore('router_logit_softcapping', 'expert_feed_forward_length');
  return decoder(source, {
    shape,
    rotary: { pairs: 'halves', tables: [rotaryTable(source)] },
    attentionScale: source.optionalNumber('attention.output_scale') ?? SCORE_SCALE,
    attentionSoftCap: source.optionalNumber('attn_logit_softcapping') ?? SCORE_CAP,
    embed: (g, { tokens }) => embedding(g, source.weights.table(g, 'token_embd.weight'), tokens, embeddingScale),
    layer(layer) {
      const x = layer.norm('attn_norm');
      const attended = layer.linear(layer.attend(layer.rotate(layer.project(x))), 'attn_output');
      layer.add(layer.normed(attended, 'attn_output_norm'));
      const mixed = layer.experts(layer.norm('ffn_norm'), { ...experts, renormalised: false, activation: 'gelu-tanh' });
      layer.add(layer.normed(mixed, layer.has('layer_output_norm') ? 'layer_output_norm' : 'post_ffw_norm'));
    },
    logits(g, logits) {
      const scaled = g.node('Mul', [logits, g.scalar(logitScale)]);
      return logitCap > 0 ? softCap(g, scaled, logitCap) : scaled;
    },
  });
}

import { MetadataReader, type GgufModel } from '@understudy/gguf';
import type { Value } from '../graph/value.js';
import { embedding } from '../parts/embedding.js';
import { geGlu } from '../parts/gated-feed-forward.js';
import { groupedQueryAttention } from '../parts/grouped-query-attention.js';
import { headNorm } from '../parts/head-norm.js';
import { linear } from '../parts/linear.js';
import { ResidualStream } from '../parts/residual-stream.js';
import { rmsNorm } from '../parts/rms-norm.js';
import { rotaryEmbedding } from '../parts/rotary-embedding.js';
import { selectRows } from '../parts/select-rows.js';
import { softCap } from '../parts/soft-cap.js';
import { outputWeight } from '../weights/output-weight.js';
import { Weights } from '../weights/weights.js';
import type { LayerCache, TextModel } from './text-model.js';
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
export function gemma3(model: GgufModel): TextModel {
  const shape = transformerShape(model);
  const { heads, headLength, epsilon, embeddingLength } = shape;
  const metadata = new MetadataReader(model);
  const weights = new Weights(model);
  const window = metadata.optionalNumber('gemma3.attention.sliding_window');
  const cap = metadata.optionalNumber('gemma3.final_logit_softcapping') ?? 0;
  const scale = (shape.layers === LAYERS_OF_27B ? embeddingLength / heads : headLength) ** -0.5;
  const isGlobal = globalLayers(model, window);
  const output = outputWeight(weights);
  const lastLayer = shape.layers - 1;
  return {
    ...shape,
    vocabularySize: weights.shape(output)[0] ?? 0,
    weights,
    layers: shape.kvHeads.map((kvHeads, i) => ({
      kvHeads,
      headLength,
      window: isGlobal(i) ? undefined : window,
      rotary: isGlobal(i) ? 0 : 1,
    })),
    rotaryTables: [
      shape.rotary,
      {
        ...shape.rotary,
        base: metadata.optionalNumber('gemma3.rope.freq_base_swa') ?? LOCAL_ROTARY_BASE,
        scale: 1,
      },
    ],

    body(g, { tokens, rows, layers }) {
      const presents: LayerCache[] = [];
      const start = embedding(g, weights.in(g, 'token_embd.weight'), tokens, Math.sqrt(embeddingLength));
      const stream = new ResidualStream(g, start, epsilon);
      for (const [i, inputs] of layers.entries()) {
        const weight = (part: string) => weights.in(g, `blk.${i}.${part}.weight`);
        const kvHeads = shape.kvHeads[i] ?? heads;
        const x = stream.norm(weight('attn_norm'));
        const normed = (y: Value, part: string, count: number) =>
          headNorm(g, y, { weight: weight(part), heads: count, headLength, epsilon });
        const rotate = (y: Value, count: number) =>
          rotaryEmbedding(g, y, { heads: count, pairs: 'halves', dimensions: shape.rotary.dimensions }, inputs);
        const projections = {
          query: rotate(normed(linear(g, x, weight('attn_q')), 'attn_q_norm', heads), heads),
          key: rotate(normed(linear(g, x, weight('attn_k')), 'attn_k_norm', kvHeads), kvHeads),
          value: linear(g, x, weight('attn_v')),
        };
        let { attended, present } = groupedQueryAttention(g, projections, { heads, kvHeads, scale }, inputs);
        presents.push(present);
        if (i === lastLayer) {
          attended = selectRows(g, attended, rows);
          stream.select(rows);
        }
        const branch = linear(g, attended, weight('attn_output'));
        stream.add(rmsNorm(g, branch, weight('post_attention_norm'), epsilon));
        const y = stream.norm(weight('ffn_norm'));
        const product = geGlu(g, y, { gate: weight('ffn_gate'), up: weight('ffn_up'), down: weight('ffn_down') });
        stream.add(rmsNorm(g, product, weight('post_ffw_norm'), epsilon));
      }
      return { hidden: stream.norm(weights.in(g, 'output_norm.weight')), presents };
    },

    head(g, hidden) {
      const logits = linear(g, hidden, weights.in(g, output));
      return cap > 0 ? softCap(g, logits, cap) : logits;
    },
  };
}

/** Tells for each layer whether it sees all tokens. The pattern is an interval, or a flag per layer for those with a window. */
function globalLayers(model: GgufModel, window: number | undefined): (layer: number) => boolean {
  if (window === undefined) {
    return () => true;
  }
  const pattern = model.metadata.get('gemma3.attention.sliding_window_pattern') ?? GLOBAL_LAYER_INTERVAL;
  if (typeof pattern === 'object') {
    const hasWindow = pattern.values();
    return (layer) => !hasWindow[layer];
  }
  return (layer) => (layer + 1) % Number(pattern) === 0;
}

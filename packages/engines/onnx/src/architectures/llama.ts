import type { GgufModel } from '@understudy/gguf';
import type { Value } from '../graph/value.js';
import { embedding } from '../parts/embedding.js';
import { swiGlu } from '../parts/gated-feed-forward.js';
import { groupedQueryAttention } from '../parts/grouped-query-attention.js';
import { linear } from '../parts/linear.js';
import { ResidualStream } from '../parts/residual-stream.js';
import { rotaryEmbedding } from '../parts/rotary-embedding.js';
import { selectRows } from '../parts/select-rows.js';
import { outputWeight } from '../weights/output-weight.js';
import { Weights } from '../weights/weights.js';
import type { LayerCache, TextModel } from './text-model.js';
import { transformerShape } from './transformer-shape.js';

/** Llama (Touvron et al. 2023, arXiv:2302.13971) and all that GGUF files under its name: Mistral, SmolLM2, Llama 3 … */
export function llama(model: GgufModel): TextModel {
  const shape = transformerShape(model);
  const { heads, headLength, epsilon } = shape;
  const weights = new Weights(model);
  const scale = headLength ** -0.5;
  const output = outputWeight(weights);
  const lastLayer = shape.layers - 1;
  return {
    ...shape,
    vocabularySize: weights.shape(output)[0] ?? 0,
    weights,
    layers: shape.kvHeads.map((kvHeads) => ({ kvHeads, headLength, window: undefined, rotary: 0 })),
    rotaryTables: [{ ...shape.rotary, factors: weights.has('rope_freqs.weight') ? 'rope_freqs.weight' : undefined }],

    body(g, { tokens, rows, layers }) {
      const presents: LayerCache[] = [];
      const stream = new ResidualStream(g, embedding(g, weights.in(g, 'token_embd.weight'), tokens), epsilon);
      for (const [i, inputs] of layers.entries()) {
        const weight = (part: string) => weights.in(g, `blk.${i}.${part}.weight`);
        const x = stream.norm(weight('attn_norm'));
        const kvHeads = shape.kvHeads[i] ?? heads;
        const rotate = (y: Value, count: number) =>
          rotaryEmbedding(g, y, { heads: count, pairs: 'neighbours', dimensions: shape.rotary.dimensions }, inputs);
        const projections = {
          query: rotate(linear(g, x, weight('attn_q')), heads),
          key: rotate(linear(g, x, weight('attn_k')), kvHeads),
          value: linear(g, x, weight('attn_v')),
        };
        let { attended, present } = groupedQueryAttention(g, projections, { heads, kvHeads, scale }, inputs);
        presents.push(present);
        if (i === lastLayer) {
          attended = selectRows(g, attended, rows);
          stream.select(rows);
        }
        stream.add(linear(g, attended, weight('attn_output')));
        const y = stream.norm(weight('ffn_norm'));
        stream.add(swiGlu(g, y, { gate: weight('ffn_gate'), up: weight('ffn_up'), down: weight('ffn_down') }));
      }
      return { hidden: stream.norm(weights.in(g, 'output_norm.weight')), presents };
    },

    head(g, hidden) {
      return linear(g, hidden, weights.in(g, output));
    },
  };
}

import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import type { Activation } from '../parts/activation.js';
import { embedding } from '../parts/embedding.js';
import { linear } from '../parts/linear.js';
import { encoderAttention } from '../parts/multi-head-attention.js';
import { columnsOf, placesOf } from '../parts/position-bias.js';
import { relativeBias } from '../parts/relative-bias.js';
import { ResidualStream } from '../parts/residual-stream.js';
import { LayerWeights, linearWeights, normWeights } from '../weights/layer-weights.js';
import type { Weights } from '../weights/weights.js';
import { decoder } from './decoder.js';
import { layerFeedForward } from './layer-feed-forward.js';
import type { ModelSource } from './model-source.js';
import type { Encoder, TextModel } from './text-model.js';
import { transformerShape, type TransformerShape } from './transformer-shape.js';

/** T5 does not scale its scores: its first weights are that much smaller. */
const SCORE_SCALE = 1;

/**
 * T5 (Raffel et al. 2020, arXiv:1910.10683), Flan-T5 and T0: an encoder reads the context, a decoder writes the text; distances are biases
 * learned by buckets. With a gate the activation is GELU, without it ReLU. Where the embedding makes the logits, they are divided by the
 * root of its length (llama.cpp does not do that).
 */
export function t5(source: ModelSource): TextModel {
  const { weights } = source;
  const stack = transformerShape(source, 'rms');
  const layers = source.optionalNumber('decoder_block_count') ?? stack.layers;
  const shape = { ...stack, layers, kvHeads: Array<number>(layers).fill(stack.heads) };
  const buckets = source.number('attention.relative_buckets_count');
  const isTied = !weights.has('output.weight');
  // Old checkpoints have it, and no implementation reads it.
  weights.ignore('dec.blk.0.cross_attn_rel_b.weight');
  return decoder(source, {
    shape,
    names: { layers: 'dec.blk', outputNorm: 'dec.output_norm' },
    attentionScale: SCORE_SCALE,
    encoder: {
      startToken: source.optionalNumber('decoder_start_token_id') ?? 0,
      seenBy: 'cross-attention',
      body: (g, inputs) => encode(g, inputs, { weights, stack, decoderLayers: layers, buckets }),
    },
    positionBias(g, span, positions) {
      const table = weights.in(g, 'dec.blk.0.attn_rel_b.weight');
      const axes = { places: placesOf(g, positions), columns: columnsOf(span) };
      const bias = relativeBias(g, axes, { table, buckets, bidirectional: false });
      return g.node('Add', [bias, span.bias]);
    },
    layer(layer) {
      const attended = layer.attendAll(layer.project(layer.norm('attn_norm')));
      layer.add(layer.linear(attended, 'attn_o'));
      const query = layer.linear(layer.norm('cross_attn_norm'), 'cross_attn_q');
      layer.add(layer.linear(layer.crossAttend(query), 'cross_attn_o'));
      layer.add(layer.feedForward(layer.norm('ffn_norm'), activationOf(layer)));
    },
    logits: (g, logits) => (isTied ? g.node('Mul', [logits, g.scalar(shape.embeddingLength ** -0.5)]) : logits),
  });
}

/** What an encoder is built of. */
interface EncoderParts {
  readonly weights: Weights;
  readonly stack: TransformerShape;
  readonly decoderLayers: number;
  readonly buckets: number;
}

/** The encoder, and behind it the matrices by which each layer of the decoder looks at what it has read. */
function encode(
  g: GraphBuilder,
  { tokens, mask }: Parameters<Encoder['body']>[1],
  { weights, stack, decoderLayers, buckets }: EncoderParts,
): ReturnType<Encoder['body']> {
  const stream = new ResidualStream(g, embedding(g, weights.table(g, 'token_embd.weight'), tokens), stack.norm);
  const positions = ownPositions(g, tokens);
  const places = placesOf(g, positions);
  const columns = g.node('Transpose', [places], { attributes: { perm: [0, 1, 3, 2] } });
  const table = weights.in(g, 'enc.blk.0.attn_rel_b.weight');
  const bias = relativeBias(g, { places, columns }, { table, buckets, bidirectional: true });
  for (let i = 0; i < stack.layers; i++) {
    const layer = new LayerWeights(g, weights, `enc.blk.${i}`);
    const x = stream.norm(layer.norm('attn_norm'));
    const project = (part: string): Value => linear(g, x, layer.matrix(part));
    const projections = { query: project('attn_q'), key: project('attn_k'), value: project('attn_v') };
    const attended = encoderAttention(g, projections, { heads: stack.heads, scale: SCORE_SCALE }, { bias, mask });
    stream.add(linear(g, attended, layer.matrix('attn_o')));
    const y = stream.norm(layer.norm('ffn_norm'));
    stream.add(layerFeedForward(g, y, layer, { activation: activationOf(layer) }));
  }
  const read = stream.norm(normWeights(g, weights, 'enc.output_norm'));
  return Array.from({ length: decoderLayers }, (_, i) => {
    const heads = (part: string): Value => {
      const projected = linear(g, read, linearWeights(g, weights, `dec.blk.${i}.${part}`));
      const byHead = g.node('Reshape', [projected, g.integers(0, 0, stack.heads, stack.headLength)]);
      return g.node('Transpose', [byHead], { attributes: { perm: [0, 2, 1, 3] } });
    };
    return { key: heads('cross_attn_k'), value: heads('cross_attn_v') };
  });
}

function activationOf(layer: Pick<LayerWeights, 'has'>): Activation {
  return layer.has('ffn_gate') ? 'gelu-tanh' : 'relu';
}

/** Places of an encoder's tokens, the same in each line: int64 [1, width]. */
function ownPositions(g: GraphBuilder, tokens: Value): Value {
  const width = g.node('Shape', [tokens], { attributes: { start: 1, end: 2 }, type: 'int64' });
  const range = [g.integer(0), g.node('Squeeze', [width], { type: 'int64' }), g.integer(1)];
  return g.node('Unsqueeze', [g.node('Range', range, { type: 'int64' }), g.integers(0)], { type: 'int64' });
}

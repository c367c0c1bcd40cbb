import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { embedding } from '../parts/embedding.js';
import type { Projections } from '../parts/grouped-query-attention.js';
import { linear, type LinearWeights } from '../parts/linear.js';
import { encoderAttention } from '../parts/multi-head-attention.js';
import { norm } from '../parts/norm.js';
import type { RotaryInputs } from '../parts/rotary-embedding.js';
import { rotateHalfHeads, type HalfHeads } from '../parts/rotary-half-heads.js';
import { LayerWeights } from '../weights/layer-weights.js';
import { decoder } from './decoder.js';
import { layerFeedForward } from './layer-feed-forward.js';
import type { ModelSource } from './model-source.js';
import { rotaryTable } from './rotary-table.js';
import type { Encoder, EncoderInputs, LayerCache, TextModel } from './text-model.js';
import { transformerShape, type TransformerShape } from './transformer-shape.js';

/**
 * ChatGLM-6B (Du et al. 2022, arXiv:2103.10360; its authors' modeling_chatglm.py), a prefix decoder: tokens of the context see each other in both
 * directions, the text behind it is causal. Half of a head is rotated by the place in the context, which for the text is that of the
 * context's last token, the other half by the place in the text, which for the context is 0. Residuals begin anew with each norm, times
 * √(2 · layers). Its class keeps rotary frequencies in half precision, so that files have divisors for them. llama.cpp knows only its
 * successors; files are laid out as bench/architectures/layouts.py does it.
 */
export function chatglm1(source: ModelSource): TextModel {
  const shape = transformerShape(source, 'layer');
  const table = rotaryTable(source);
  const alpha = Math.sqrt(2 * shape.layers);
  const half: HalfHeads = { heads: shape.heads, length: table.dimensions };
  return decoder(source, {
    shape,
    rotary: { pairs: 'halves', tables: [table] },
    encoder: {
      startToken: source.number('decoder_start_token_id'),
      endToken: source.number('context_end_token_id'),
      seenBy: 'self-attention',
      body: (g, inputs) => encode(g, inputs, { source, shape, half, alpha }),
    },
    layer(layer, g, { positions, contextLengths }) {
      const x = layer.norm('attn_norm');
      const last = g.node('Sub', [contextLengths, g.integer(1)], { type: 'int64' });
      const places = {
        first: g.node('Expand', [last, g.node('Shape', [positions], { type: 'int64' })], { type: 'int64' }),
        second: g.node('Add', [positions, g.integer(1)], { type: 'int64' }),
      };
      const { query, key, value } = layer.project(x);
      const rotate = (y: Value): Value => rotateHalfHeads(g, y, half, { ...layer.rotaryInputs, ...places });
      const attended = layer.attend({ query: rotate(query), key: rotate(key), value });
      layer.restart(times(g, layer.goingOn(x), alpha));
      layer.add(layer.linear(attended, 'attn_output'));
      const y = layer.norm('ffn_norm');
      layer.restart(times(g, y, alpha));
      layer.add(layer.feedForward(y, 'gelu-tanh'));
    },
  });
}

const PROJECTIONS = ['attn_q', 'attn_k', 'attn_v'];

/** What the encoder is built of. */
interface EncoderParts {
  readonly source: ModelSource;
  readonly shape: TransformerShape;
  readonly half: HalfHeads;
  readonly alpha: number;
}

/** The same layers over the context, every token seeing all; of the last one only K and V are of use. */
function encode(
  g: GraphBuilder,
  { tokens, mask, rotary }: EncoderInputs,
  { source, shape, half, alpha }: EncoderParts,
): ReturnType<Encoder['body']> {
  const places = placesInContext(g, tokens);
  const angles = { ...(rotary as RotaryInputs), ...places };
  const caches: LayerCache[] = [];
  let x = embedding(g, source.weights.table(g, 'token_embd.weight'), tokens);
  for (let i = 0; i < shape.layers; i++) {
    const layer = new LayerWeights(g, source.weights, `blk.${i}`);
    const y = norm(g, x, layer.norm('attn_norm'), shape.norm);
    const project = (at: number): Value => linear(g, y, projection(layer, at, shape));
    const key = rotateHalfHeads(g, project(1), half, angles);
    const value = project(2);
    caches.push({ key: byHead(g, key, shape), value: byHead(g, value, shape) });
    if (i === shape.layers - 1) {
      break;
    }
    const projections: Projections = { query: rotateHalfHeads(g, project(0), half, angles), key, value };
    const how = { heads: shape.heads, scale: shape.headLength ** -0.5 };
    const attended = encoderAttention(g, projections, how, { mask });
    const branch = linear(g, attended, layer.matrix('attn_output'));
    const z = norm(g, g.node('Add', [times(g, y, alpha), branch]), layer.norm('ffn_norm'), shape.norm);
    x = g.node('Add', [times(g, z, alpha), layerFeedForward(g, z, layer, { activation: 'gelu-tanh' })]);
  }
  return caches;
}

/** The matrix of Q, K or V, whether they are apart in the file or joined in one. */
function projection(layer: LayerWeights, at: number, { heads, headLength }: TransformerShape): LinearWeights {
  const width = heads * headLength;
  if (layer.has('attn_qkv')) return layer.matrix('attn_qkv', { start: at * width, count: width });
  return layer.matrix(PROJECTIONS[at] ?? 'attn_qkv');
}

/** Places of a context's tokens: 0, 1, 2 …, and all 0: int64 [batch, width] each. */
function placesInContext(g: GraphBuilder, tokens: Value): { readonly first: Value; readonly second: Value } {
  const shape = g.node('Shape', [tokens], { type: 'int64' });
  const zeros = g.node('Cast', [g.node('ConstantOfShape', [shape])], { attributes: { to: INT64 }, type: 'int64' });
  const ones = g.node('Add', [zeros, g.integer(1)], { type: 'int64' });
  const counted = g.node('CumSum', [ones, g.integer(1)], { type: 'int64' });
  return { first: g.node('Sub', [counted, g.integer(1)], { type: 'int64' }), second: zeros };
}

/** [batch, width, heads · headLength] → [batch, heads, width, headLength]. */
function byHead(g: GraphBuilder, x: Value, { heads, headLength }: TransformerShape): Value {
  const split = g.node('Reshape', [x, g.integers(0, 0, heads, headLength)]);
  return g.node('Transpose', [split], { attributes: { perm: [0, 2, 1, 3] } });
}

function times(g: GraphBuilder, x: Value, factor: number): Value {
  return g.node('Mul', [x, g.scalar(factor)]);
}

/** Of `TensorProto.DataType`. */
const INT64 = 7;

import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { embedding } from '../parts/embedding.js';
import { linear } from '../parts/linear.js';
import type { PositionBias } from '../parts/position-bias.js';
import { ResidualStream } from '../parts/residual-stream.js';
import { normWeights, linearWeights } from '../weights/layer-weights.js';
import { outputWeight } from '../weights/output-weight.js';
import { DecoderLayer } from './decoder-layer.js';
import type { LayerParts } from './layer-parts.js';
import { feedForwardWeights } from './model-operations.js';
import type { ModelSource } from './model-source.js';
import type { AttentionInputs, BodyInputs, Encoder, LayerShape, SpanInputs, TextModel } from './text-model.js';

/** What makes an architecture, beside its sizes. */
export interface DecoderParts extends LayerParts {
  /** Positions as a bias of the attention scores (ALiBi, T5). */
  readonly positionBias?: PositionBias | undefined;
  /** The window of a layer; all tokens where undefined. */
  readonly window?: (layer: number) => number | undefined;
  /** Reads the context of an encoder–decoder model. */
  readonly encoder?: Encoder;
  /** The start of the residual stream; rows of the embedding table if not said. */
  readonly embed?: (g: GraphBuilder, inputs: BodyInputs) => Value | undefined;
  /** One layer: reads the residual stream and adds its branches to it. */
  readonly layer: (layer: DecoderLayer, g: GraphBuilder, inputs: BodyInputs) => void;
  /** What becomes of the logits. */
  readonly logits?: (g: GraphBuilder, logits: Value) => Value;
}

/** A decoder-only transformer: an embedding, layers around a residual stream, a last norm, and a matrix that makes logits. */
export function decoder(source: ModelSource, parts: DecoderParts): TextModel {
  const { shape, rotary, names = { layers: 'blk', outputNorm: 'output_norm' } } = parts;
  const { weights } = source;
  const output = outputWeight(weights);
  const layers = shape.kvHeads.map((kvHeads, i): LayerShape => ({
    kvHeads,
    headLength: shape.headLength,
    window: parts.window?.(i),
    rotary: rotary === undefined ? undefined : (rotary.tableOf?.(i) ?? 0),
  }));
  return {
    embeddingLength: shape.embeddingLength,
    feedForwardWeights: feedForwardWeights(weights, names.layers, source.optionalNumber('expert_used_count')),
    heads: shape.heads,
    vocabularySize: weights.shape(`${output}.weight`)[0] ?? 0,
    contextLength: shape.contextLength,
    layers,
    rotaryTables: rotary?.tables ?? [],
    encoder: parts.encoder,
    readsColumnPositions: parts.positionBias !== undefined,
    source,

    body(g, inputs) {
      const start = parts.embed?.(g, inputs) ?? embedding(g, weights.table(g, 'token_embd.weight'), inputs.tokens);
      const stream = new ResidualStream(g, start, shape.norm);
      const attention = withPositionBias(g, inputs, parts.positionBias);
      const presents = attention.map((layerInputs, index) => {
        const rows = index === shape.layers - 1 ? inputs.rows : undefined;
        const layer = new DecoderLayer(g, { weights, parts, index, stream, rows, inputs: layerInputs });
        parts.layer(layer, g, inputs);
        return layer.present;
      });
      return { hidden: stream.norm(normWeights(g, weights, names.outputNorm)), presents };
    },

    head(g, hidden) {
      const logits = linear(g, hidden, linearWeights(g, weights, output));
      return parts.logits?.(g, logits) ?? logits;
    },
  };
}

/** The layers' inputs, with the bias of positions in that of their span; it is computed once for all layers of a span. */
function withPositionBias(
  g: GraphBuilder,
  { layers, positions }: BodyInputs,
  positionBias: PositionBias | undefined,
): readonly AttentionInputs[] {
  if (positionBias === undefined) {
    return layers;
  }
  const spans = new Map<SpanInputs, SpanInputs>();
  return layers.map((layer) => {
    const span = spans.get(layer.span) ?? { ...layer.span, bias: positionBias(g, layer.span, positions) };
    spans.set(layer.span, span);
    return { ...layer, span };
  });
}

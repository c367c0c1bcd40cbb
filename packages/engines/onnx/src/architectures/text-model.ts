import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import type { RotaryInputs } from '../parts/rotary-embedding.js';
import type { ModelSource } from './model-source.js';

/** A table of rotary angles. Frequencies: base^(−2i/dimensions), divided by `factors[i]` where given, times `scale`. */
export interface RotaryTable {
  readonly base: number;
  /** Elements of a head that are rotated. */
  readonly dimensions: number;
  /** Factor of the positions: 1, or less where a model stretches them ("linear scaling"). */
  readonly scale: number;
  /** Name of a tensor with a divisor per frequency (Llama 3). */
  readonly factors: string | undefined;
}

/** What the computation around a graph must know of a layer. */
export interface LayerShape {
  readonly kvHeads: number;
  readonly headLength: number;
  /** Number of tokens a token sees, itself included; undefined where it sees all before it. */
  readonly window: number | undefined;
  /** Place in the model's `rotaryTables`; undefined where positions enter in another way. */
  readonly rotary: number | undefined;
}

/** K and V of a layer: [1, kvHeads, tokens, headLength], rotary embedding applied. */
export interface LayerCache {
  readonly key: Value;
  readonly value: Value;
}

/** What the layers of one span (all tokens, or a sliding window) share. */
export interface SpanInputs {
  /** Added to the scores: [batch, 1, width, prefix + width], or [batch, heads, …] where it differs by head. */
  readonly bias: Value;
  /** int32 [batch]: prefix + width − 1, as the operator counts. */
  readonly lengths: Value;
  /** int32 [1]: prefix + width. */
  readonly total: Value;
  /** float32 [batch, 1, 1, prefix + width]: place of each column's token in its own sequence; only where the model reads it. */
  readonly columns: Value | undefined;
}

/** K and V of the contexts that an encoder has read, as a layer's cross-attention sees them. */
export interface CrossInputs extends LayerCache {
  /** int32 [batch, encoded]: 0 where a context is filled up to the length of the longest. */
  readonly mask: Value;
}

/** What one attention layer reads beside Q, K and V. */
export interface AttentionInputs {
  readonly past: LayerCache;
  readonly span: SpanInputs;
  readonly rotary: RotaryInputs | undefined;
  /** Only where the model has an encoder. */
  readonly cross: CrossInputs | undefined;
  /** int64 [batch, width]: place of each token in its own sequence. */
  readonly positions: Value;
}

/** Inputs of a model's body. */
export interface BodyInputs {
  /** int32 [batch, width]. */
  readonly tokens: Value;
  /** int64 [batch, width]: place of each token in its own sequence. */
  readonly positions: Value;
  /** int64 [batch, 1]: tokens of the context that an encoder has read, where self-attention sees it. */
  readonly contextLengths: Value | undefined;
  /** int32 [rows]: the rows to be scored, counted over batch and width together. */
  readonly rows: Value;
  readonly layers: readonly AttentionInputs[];
}

/** Outputs of a model's body. */
export interface BodyOutputs {
  /** [rows, embeddingLength], after the last norm. */
  readonly hidden: Value;
  readonly presents: readonly LayerCache[];
}

/** Inputs of an encoder. */
export interface EncoderInputs {
  /** int32 [batch, width]. */
  readonly tokens: Value;
  /** int32 [batch, width]: 0 for tokens that only fill up. */
  readonly mask: Value;
  /** The model's first rotary table, if it has one. */
  readonly rotary: RotaryInputs | undefined;
}

/** What reads the context in both directions, before a text is written behind it. */
export interface Encoder {
  /** The token that every text begins with. */
  readonly startToken: number;
  /** The token that every context ends with, where that is no part of the vocabulary's own rules. */
  readonly endToken?: number | undefined;
  /**
   * How the decoder sees the context: by attention of its own kind, or as the first tokens of its self-attention (a prefix decoder, whose
   * encoder has the decoder's weights).
   */
  readonly seenBy: 'cross-attention' | 'self-attention';
  /** K and V of the context for each layer of the decoder: [batch, kvHeads, width, headLength]. */
  body(g: GraphBuilder, inputs: EncoderInputs): readonly LayerCache[];
}

/** A text model as a graph, in two parts: the body up to the last norm, and the head that makes logits of it. */
export interface TextModel {
  readonly embeddingLength: number;
  /** Weights of a layer's feed-forward network that a token is multiplied by; of experts, those that are used. */
  readonly feedForwardWeights: number;
  readonly heads: number;
  readonly vocabularySize: number;
  readonly contextLength: number;
  readonly layers: readonly LayerShape[];
  readonly rotaryTables: readonly RotaryTable[];
  /** Reads the context apart from the text; undefined in a decoder-only model. */
  readonly encoder: Encoder | undefined;
  /** True when attention scores depend on distances: the places of all columns are then an input of the body. */
  readonly readsColumnPositions: boolean;
  readonly source: ModelSource;
  body(g: GraphBuilder, inputs: BodyInputs): BodyOutputs;
  /** Logits of normalised rows: [rows, vocabulary]. */
  head(g: GraphBuilder, hidden: Value): Value;
}

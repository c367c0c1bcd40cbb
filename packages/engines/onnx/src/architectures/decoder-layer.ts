import { BugError } from '@understudy/core';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import type { Activation } from '../parts/activation.js';
import { headNorm } from '../parts/head-norm.js';
import { groupedQueryAttention, type Projections } from '../parts/grouped-query-attention.js';
import { linear } from '../parts/linear.js';
import { crossAttention } from '../parts/multi-head-attention.js';
import { norm } from '../parts/norm.js';
import type { ResidualStream } from '../parts/residual-stream.js';
import { rotaryEmbedding, type RotaryInputs } from '../parts/rotary-embedding.js';
import { selectRows } from '../parts/select-rows.js';
import { LayerWeights } from '../weights/layer-weights.js';
import type { Weights } from '../weights/weights.js';
import { layerExperts, layerFeedForward, type ExpertsLayout, type FeedForwardLayout } from './layer-feed-forward.js';
import type { LayerParts } from './layer-parts.js';
import type { AttentionInputs, LayerCache } from './text-model.js';

/** Where a layer stands and what it reads. */
export interface DecoderLayerContext {
  readonly weights: Weights;
  readonly parts: LayerParts;
  readonly index: number;
  readonly stream: ResidualStream;
  /** In the last layer: the rows to be scored. */
  readonly rows: Value | undefined;
  readonly inputs: AttentionInputs;
}

/**
 * One layer while its graph is built: the steps that architectures have in common, on the layer's own weights. Weights are named as
 * in GGUF files, without `blk.N.` and `.weight`; a bias is added wherever the file has one.
 */
export class DecoderLayer {
  readonly index: number;
  readonly kvHeads: number;
  readonly #g: GraphBuilder;
  readonly #context: DecoderLayerContext;
  readonly #weights: LayerWeights;
  #present: LayerCache | undefined;

  constructor(g: GraphBuilder, context: DecoderLayerContext) {
    this.#g = g;
    this.#context = context;
    this.index = context.index;
    this.#weights = new LayerWeights(g, context.weights, `${context.parts.names?.layers ?? 'blk'}.${context.index}`);
    this.kvHeads = context.parts.shape.kvHeads[context.index] ?? context.parts.shape.heads;
  }

  /** K and V of the prefix and the layer's tokens. */
  get present(): LayerCache {
    if (this.#present === undefined) {
      throw new BugError({ code: 'layer-attention', message: `Layer ${this.index} does not attend.` });
    }
    return this.#present;
  }

  /** The residual stream, normalised. */
  norm(part: string): Value {
    return this.#context.stream.norm(this.#weights.norm(part));
  }

  /** A value of its own, normalised. */
  normed(x: Value, part: string): Value {
    return norm(this.#g, x, this.#weights.norm(part), this.#context.parts.shape.norm);
  }

  /** Each head of Q or K, normalised by itself. */
  headNorm(x: Value, part: string, heads: number): Value {
    const { headLength, norm: kind } = this.#context.parts.shape;
    const perHead = this.#weights.shape(part).length > 1;
    return headNorm(this.#g, x, { ...kind, ...this.#weights.matrix(part), perHead, heads, headLength });
  }

  /** A value within ± bound. */
  clip(x: Value, bound: number): Value {
    return this.#g.node('Clip', [x, this.#g.scalar(-bound), this.#g.scalar(bound)]);
  }

  /** Adds a branch to the residual stream. */
  add(branch: Value): void {
    this.#context.stream.add(branch);
  }

  /** Lets the residual stream begin anew. */
  restart(start: Value): void {
    this.#context.stream.restart(start);
  }

  has(part: string): boolean {
    return this.#weights.has(part);
  }

  linear(x: Value, part: string): Value {
    return linear(this.#g, x, this.#weights.matrix(part));
  }

  /** Q, K and V, whether their matrices are apart in the file or joined in one. */
  project(x: Value): Projections {
    const { heads, headLength } = this.#context.parts.shape;
    if (!this.has('attn_qkv')) {
      return { query: this.linear(x, 'attn_q'), key: this.linear(x, 'attn_k'), value: this.linear(x, 'attn_v') };
    }
    const [q, kv] = [heads * headLength, this.kvHeads * headLength];
    const part = (start: number, count: number): Value =>
      linear(this.#g, x, this.#weights.matrix('attn_qkv', { start, count }));
    return { query: part(0, q), key: part(q, kv), value: part(q + kv, kv) };
  }

  /** The layer's rotary table. */
  get rotaryInputs(): RotaryInputs {
    const { rotary } = this.#context.inputs;
    if (rotary === undefined) {
      throw new BugError({ code: 'layer-rotary', message: `Layer ${this.index} has no rotary table.` });
    }
    return rotary;
  }

  /** Q and K with their positions. */
  rotate({ query, key, value }: Projections): Projections {
    const { parts, inputs } = this.#context;
    const { rotary, shape } = parts;
    const table = rotary?.tables[rotary.tableOf?.(this.index) ?? 0];
    if (rotary === undefined || table === undefined) {
      throw new BugError({ code: 'layer-rotary', message: `Layer ${this.index} does not rotate.` });
    }
    const angles = { ...this.rotaryInputs, positions: inputs.positions };
    const rotated = (x: Value, heads: number): Value =>
      rotaryEmbedding(this.#g, x, { heads, pairs: rotary.pairs, dimensions: table.dimensions }, angles);
    return { query: rotated(query, shape.heads), key: rotated(key, this.kvHeads), value };
  }

  /** Attention of all heads. In the last layer only the rows to be scored go on, and of the residual stream too. */
  attend(projections: Projections): Value {
    return this.#onlyScored(this.attendAll(projections));
  }

  /** The same, where another attention follows before rows may be left out. */
  attendAll(projections: Projections): Value {
    const { parts, inputs } = this.#context;
    const { heads, headLength } = parts.shape;
    const { attended, present } = groupedQueryAttention(
      this.#g,
      projections,
      {
        heads,
        kvHeads: this.kvHeads,
        scale: parts.attentionScale ?? headLength ** -0.5,
        softCap: parts.attentionSoftCap,
      },
      inputs,
    );
    this.#present = present;
    return attended;
  }

  /** Attention to the context that the encoder has read. In the last layer only the rows to be scored go on. */
  crossAttend(query: Value): Value {
    const { parts, inputs } = this.#context;
    const { heads, headLength } = parts.shape;
    if (inputs.cross === undefined) {
      throw new BugError({ code: 'layer-cross', message: `Layer ${this.index} has no encoded context.` });
    }
    const scale = parts.attentionScale ?? headLength ** -0.5;
    return this.#onlyScored(crossAttention(this.#g, query, { heads, scale }, inputs.cross));
  }

  /** What of a value goes on behind the attention: in the last layer the rows to be scored, else all. */
  goingOn(x: Value): Value {
    const { rows } = this.#context;
    return rows === undefined ? x : selectRows(this.#g, x, rows);
  }

  /** The feed-forward network, gated where it has a gate. */
  feedForward(x: Value, activation: Activation, layout: Omit<FeedForwardLayout, 'activation'> = {}): Value {
    return layerFeedForward(this.#g, x, this.#weights, { activation, ...layout });
  }

  /** A mixture of experts. */
  experts(x: Value, layout: ExpertsLayout): Value {
    return layerExperts(this.#g, x, this.#weights, layout);
  }

  #onlyScored(attended: Value): Value {
    const { stream, rows } = this.#context;
    if (rows !== undefined) {
      stream.select(rows);
    }
    return this.goingOn(attended);
  }
}

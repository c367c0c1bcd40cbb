import type { Tensor } from 'onnxruntime-node';
import type { LayerShape, TextModel } from '../architectures/text-model.js';
import { spanName } from './body-graph.js';
import { columnPositions, slotColumnPositions } from './column-positions.js';
import { contextMask, type EncodedContexts } from './encoded-contexts.js';
import type { KvPrefix } from './kv-prefix.js';
import type { KvSlots } from './kv-slots.js';
import type { RotaryCache } from './rotary-cache.js';
import type { TokenGrid } from './token-grid.js';
import { treeBias } from './tree-bias.js';
import { windowBias } from './window-bias.js';

/** Tensors by the names of a graph's inputs or outputs. */
export type Feeds = Record<string, Tensor>;

/** One token of each text, and its place in the text. */
export interface NextTokens {
  readonly tokens: Int32Array;
  readonly positions: Int32Array;
}

/** Makes what a model's body reads (`bodyGraph`). */
export class BodyFeeds {
  readonly #model: TextModel;
  readonly #tensor: typeof Tensor;
  readonly #rotary: readonly RotaryCache[];

  constructor(model: TextModel, tensor: typeof Tensor, rotary: readonly RotaryCache[]) {
    this.#model = model;
    this.#tensor = tensor;
    this.#rotary = rotary;
  }

  floats(data: Float32Array, dims: readonly number[]): Tensor {
    return new this.#tensor('float32', data, dims);
  }

  /** Axes of K or V of a layer. */
  cacheDims(batch: number, layer: number, held: number): readonly number[] {
    const { kvHeads, headLength } = this.#model.layers[layer]!; // An index of the model's layers.
    return [batch, kvHeads, held, headLength];
  }

  /** A grid of tokens behind a prefix. */
  grid(grid: TokenGrid, prefix: KvPrefix): Feeds {
    const { batch, width } = grid;
    const feeds = this.#tokens(grid, [batch, width], prefix.length + width);
    for (const [i, { key, value, held }] of prefix.layers.entries()) {
      const dims = this.cacheDims(batch, i, held);
      feeds[`past_key_${i}`] = this.floats(key, dims);
      feeds[`past_value_${i}`] = this.floats(value, dims);
    }
    for (const [span, layer] of this.#spans()) {
      const { held } = prefix.layers[layer]!; // An index of the model's layers.
      const columns = { held, start: prefix.length - held, window: this.#model.layers[layer]?.window };
      const total = held + width;
      feeds[`bias_${span}`] = this.floats(treeBias(grid, columns), [batch, 1, width, total]);
      Object.assign(feeds, this.#lengths(span, new Int32Array(batch).fill(total - 1), total));
      if (this.#model.readsColumnPositions) {
        feeds[`columns_${span}`] = this.floats(columnPositions(grid, columns), [batch, 1, 1, total]);
      }
    }
    return feeds;
  }

  /** The next token of each text, but for K and V, which the attention appends to in place. */
  next({ tokens, positions }: NextTokens, slots: KvSlots): Feeds {
    const count = tokens.length;
    const feeds = this.#tokens({ tokens, positions, rows: tokens.map((_, i) => i) }, [count, 1], slots.room);
    for (const [span, layer] of this.#spans()) {
      const held = slots.layers[layer]!.held.slice(0, count); // An index of the model's layers.
      const total = Math.max(...held) + 1;
      const bias = windowBias(held, total, this.#model.layers[layer]?.window);
      feeds[`bias_${span}`] = this.floats(bias, [count, 1, 1, total]);
      Object.assign(feeds, this.#lengths(span, held, total));
      if (this.#model.readsColumnPositions) {
        feeds[`columns_${span}`] = this.floats(slotColumnPositions(held, positions, total), [count, 1, 1, total]);
      }
    }
    return feeds;
  }

  /** What an encoder has read for each line of a grid, or each text. */
  contexts(contexts: EncodedContexts | undefined): Feeds {
    if (contexts === undefined) return {};
    const { lengths, room, layers } = contexts;
    if (this.#model.encoder?.seenBy === 'self-attention') {
      return { context_lengths: new this.#tensor('int64', BigInt64Array.from(lengths, BigInt), [lengths.length, 1]) };
    }
    const mask = new this.#tensor('int32', contextMask(contexts), [lengths.length, room]);
    const feeds: Feeds = { cross_mask: mask };
    for (const [i, { key, value }] of layers.entries()) {
      const dims = this.cacheDims(lengths.length, i, room);
      feeds[`cross_key_${i}`] = this.floats(key, dims);
      feeds[`cross_value_${i}`] = this.floats(value, dims);
    }
    return feeds;
  }

  /** Tokens, their positions and the rotary tables for so many places. */
  #tokens(
    { tokens, positions, rows }: NextTokens & { readonly rows: Int32Array },
    dims: readonly [batch: number, width: number],
    places: number,
  ): Feeds {
    const feeds: Feeds = {
      tokens: new this.#tensor('int32', tokens, dims),
      positions: new this.#tensor('int64', BigInt64Array.from(positions, BigInt), dims),
      rows: new this.#tensor('int32', rows, [rows.length]),
    };
    for (const [i, rotary] of this.#rotary.entries()) {
      // The operator wants a line for each column, though it reads those of the positions.
      const angles = rotary.angles(places);
      const table = [angles.places, angles.cos.length / angles.places];
      feeds[`cos_${i}`] = this.floats(angles.cos, table);
      feeds[`sin_${i}`] = this.floats(angles.sin, table);
    }
    return feeds;
  }

  #lengths(span: string, lengths: Int32Array, total: number): Feeds {
    return {
      [`lengths_${span}`]: new this.#tensor('int32', lengths, [lengths.length]),
      [`total_${span}`]: new this.#tensor('int32', Int32Array.of(total), [1]),
    };
  }

  /** Each span with one of its layers. */
  #spans(): ReadonlyMap<string, number> {
    return new Map(this.#model.layers.map((layer: LayerShape, i) => [spanName(layer), i]));
  }
}

import { EngineError } from '@understudy/core';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { LayerShape, TextModel } from '../architectures/text-model.js';
import { columnPositions, slotColumnPositions } from './column-positions.js';
import { bodyGraph, spanName, type BodyGraph } from './body-graph.js';
import { FloatPool } from './float-pool.js';
import { heldTokens, trimPrefix, type KvPrefix } from './kv-prefix.js';
import type { KvSlots } from './kv-slots.js';
import { openSession } from './open-session.js';
import type { RotaryCache } from './rotary-cache.js';
import type { TokenGrid } from './token-grid.js';
import { treeBias } from './tree-bias.js';
import { windowBias } from './window-bias.js';

/** What a pass gives back. */
export interface BodyResult {
  /** A normalised row for each row asked for: [rows, embeddingLength]. */
  readonly hidden: Float32Array;
  /** The prefix with the grid's tokens behind it, if it was asked for. */
  readonly extended: KvPrefix | undefined;
}

/** One token of each text, and its place in the text. */
export interface NextTokens {
  readonly tokens: Int32Array;
  readonly positions: Int32Array;
}

/** A model's body in ONNX Runtime. */
export class BodySession implements AsyncDisposable {
  readonly #model: TextModel;
  readonly #names: BodyGraph;
  readonly #session: InferenceSession;
  readonly #tensor: typeof Tensor;
  readonly #rotary: readonly RotaryCache[];
  readonly #pool = new FloatPool();
  #nativeMs = 0;

  private constructor(
    model: TextModel,
    parts: { names: BodyGraph; session: InferenceSession; tensor: typeof Tensor; rotary: readonly RotaryCache[] },
  ) {
    this.#model = model;
    this.#names = parts.names;
    this.#session = parts.session;
    this.#tensor = parts.tensor;
    this.#rotary = parts.rotary;
  }

  /** Throws `EngineError` `onnx-session`. */
  static async open(
    model: TextModel,
    options: { readonly weightsPath: string; readonly threads: number; readonly rotary: readonly RotaryCache[] },
  ): Promise<BodySession> {
    const names = bodyGraph(model);
    const session = await openSession({ ...options, graph: names.graph });
    const { Tensor: tensor } = await import('onnxruntime-node');
    return new BodySession(model, { names, session, tensor, rotary: options.rotary });
  }

  /** Milliseconds spent in the runtime. */
  get nativeMs(): number {
    return this.#nativeMs;
  }

  /**
   * Computes a grid of tokens behind a prefix. More than one row of the grid needs an empty prefix (a limit of the attention
   * operator). `extendTo` asks for K and V of prefix and tokens together, and says to what length they will grow in later calls; the
   * grid is then a single sequence.
   */
  async run(grid: TokenGrid, prefix: KvPrefix, { extendTo }: { readonly extendTo?: number } = {}): Promise<BodyResult> {
    const hidden = new Float32Array(grid.rows.length * this.#model.embeddingLength);
    const extended = extendTo === undefined ? undefined : this.#roomFor(prefix, grid.width, extendTo);
    const fetches: Record<string, Tensor> = {};
    if (grid.rows.length > 0) {
      fetches[this.#names.hidden] = this.#floats(hidden, [grid.rows.length, this.#model.embeddingLength]);
    }
    extended?.layers.forEach(({ key, value, held }, i) => {
      const names = this.#names.presents[i]!; // One of each layer.
      const dims = this.#cacheDims(1, i, held);
      fetches[names.key] = this.#floats(key, dims);
      fetches[names.value] = this.#floats(value, dims);
    });
    const { batch, width } = grid;
    await this.#compute(this.#feeds(grid, prefix), fetches, { batch, width, prefix: prefix.length });
    return { hidden, extended: extended && trimPrefix(extended, this.#model.layers) };
  }

  /** Computes the next token of each text, the first slots being theirs; returns a normalised row for each. K and V are appended in place. */
  async step({ tokens, positions }: NextTokens, slots: KvSlots): Promise<Float32Array> {
    const count = tokens.length;
    const hidden = new Float32Array(count * this.#model.embeddingLength);
    const feeds = this.#tokenFeeds({ tokens, positions, rows: tokens.map((_, i) => i) }, [count, 1], slots.room);
    const fetches: Record<string, Tensor> = {
      [this.#names.hidden]: this.#floats(hidden, [count, this.#model.embeddingLength]),
    };
    for (const [i, { key, value }] of slots.layers.entries()) {
      const dims = this.#cacheDims(count, i, slots.room);
      const used = dims.reduce((product, size) => product * size, 1);
      const names = this.#names.presents[i]!; // One of each layer.
      feeds[`past_key_${i}`] = fetches[names.key] = this.#floats(key.subarray(0, used), dims);
      feeds[`past_value_${i}`] = fetches[names.value] = this.#floats(value.subarray(0, used), dims);
    }
    for (const [span, layer] of this.#spans()) {
      const held = slots.layers[layer]!.held.slice(0, count); // An index of the model's layers.
      const total = Math.max(...held) + 1;
      const bias = windowBias(held, total, this.#model.layers[layer]?.window);
      feeds[`bias_${span}`] = this.#floats(bias, [count, 1, 1, total]);
      feeds[`lengths_${span}`] = new this.#tensor('int32', held, [count]);
      feeds[`total_${span}`] = new this.#tensor('int32', Int32Array.of(total), [1]);
      if (this.#model.readsColumnPositions) {
        feeds[`columns_${span}`] = this.#floats(slotColumnPositions(held, positions, total), [count, 1, 1, total]);
      }
    }
    await this.#compute(feeds, fetches, { batch: count, width: 1, prefix: Math.max(...positions) });
    return hidden;
  }

  /** Takes back the memory of a prefix that is not used any more, for the next one. */
  recycle(prefix: KvPrefix): void {
    this.#pool.give(prefix.layers.flatMap(({ key, value }) => [key, value]));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#session.release();
  }

  async #compute(
    feeds: Record<string, Tensor>,
    fetches: Record<string, Tensor>,
    size: { readonly batch: number; readonly width: number; readonly prefix: number },
  ): Promise<void> {
    const start = performance.now();
    try {
      await this.#session.run(feeds, fetches);
    } catch (cause) {
      throw new EngineError({
        code: 'onnx-run',
        message: `Computing ${size.batch} × ${size.width} tokens behind ${size.prefix}: ${cause instanceof Error ? cause.message : String(cause)}`,
        hint: 'If memory is short, close other programs or use --engine llama.',
        values: size,
        cause,
      });
    }
    this.#nativeMs += performance.now() - start;
  }

  /** Tokens, their positions and the rotary tables for so many places. */
  #tokenFeeds(
    { tokens, positions, rows }: NextTokens & { readonly rows: Int32Array },
    dims: readonly [batch: number, width: number],
    places: number,
  ): Record<string, Tensor> {
    const feeds: Record<string, Tensor> = {
      tokens: new this.#tensor('int32', tokens, dims),
      positions: new this.#tensor('int64', BigInt64Array.from(positions, BigInt), dims),
      rows: new this.#tensor('int32', rows, [rows.length]),
    };
    for (const [i, rotary] of this.#rotary.entries()) {
      // The operator wants a line for each column, though it reads those of the positions.
      const angles = rotary.angles(places);
      const table = [angles.places, angles.cos.length / angles.places];
      feeds[`cos_${i}`] = this.#floats(angles.cos, table);
      feeds[`sin_${i}`] = this.#floats(angles.sin, table);
    }
    return feeds;
  }

  #feeds(grid: TokenGrid, prefix: KvPrefix): Record<string, Tensor> {
    const { batch, width } = grid;
    const feeds = this.#tokenFeeds(grid, [batch, width], prefix.length + width);
    for (const [i, { key, value, held }] of prefix.layers.entries()) {
      const dims = this.#cacheDims(batch, i, held);
      feeds[`past_key_${i}`] = this.#floats(key, dims);
      feeds[`past_value_${i}`] = this.#floats(value, dims);
    }
    for (const [span, layer] of this.#spans()) {
      const { held } = prefix.layers[layer]!; // An index of the model's layers.
      const columns = { held, start: prefix.length - held, window: this.#model.layers[layer]?.window };
      const total = held + width;
      feeds[`bias_${span}`] = this.#floats(treeBias(grid, columns), [batch, 1, width, total]);
      feeds[`lengths_${span}`] = new this.#tensor('int32', new Int32Array(batch).fill(total - 1), [batch]);
      feeds[`total_${span}`] = new this.#tensor('int32', Int32Array.of(total), [1]);
      if (this.#model.readsColumnPositions) {
        feeds[`columns_${span}`] = this.#floats(columnPositions(grid, columns), [batch, 1, 1, total]);
      }
    }
    return feeds;
  }

  /** Each span with one of its layers. */
  #spans(): ReadonlyMap<string, number> {
    return new Map(this.#model.layers.map((layer: LayerShape, i) => [spanName(layer), i]));
  }

  #roomFor(prefix: KvPrefix, width: number, finalLength: number): KvPrefix {
    const layers = prefix.layers.map(({ held }, i) => {
      const shape = this.#model.layers[i]!; // One of each layer.
      const numbers = (tokens: number) => shape.kvHeads * shape.headLength * tokens;
      const most = Math.max(held, heldTokens(shape, finalLength)) + width;
      const take = () => this.#pool.take(numbers(held + width), numbers(most));
      return { held: held + width, key: take(), value: take() };
    });
    return { length: prefix.length + width, layers };
  }

  #cacheDims(batch: number, layer: number, held: number): readonly number[] {
    const { kvHeads, headLength } = this.#model.layers[layer]!; // An index of the model's layers.
    return [batch, kvHeads, held, headLength];
  }

  #floats(data: Float32Array, dims: readonly number[]): Tensor {
    return new this.#tensor('float32', data, dims);
  }
}

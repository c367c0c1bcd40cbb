import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { TextModel } from '../architectures/text-model.js';
import { BodyFeeds, type Feeds, type NextTokens } from './body-feeds.js';
import { bodyGraph, type BodyGraph } from './body-graph.js';
import type { EncodedContexts } from './encoded-contexts.js';
import { FloatPool } from './float-pool.js';
import { heldTokens, trimPrefix, type KvPrefix } from './kv-prefix.js';
import type { KvSlots } from './kv-slots.js';
import { openSession } from './open-session.js';
import type { RotaryCache } from './rotary-cache.js';
import { runError } from './run-error.js';
import type { TokenGrid } from './token-grid.js';

/** What a pass reads and gives beside the grid. */
export interface RunOptions {
  readonly extendTo?: number | undefined;
  readonly contexts?: EncodedContexts | undefined;
}

/** What a pass gives back. */
export interface BodyResult {
  /** A normalised row for each row asked for: [rows, embeddingLength]. */
  readonly hidden: Float32Array;
  /** The prefix with the grid's tokens behind it, if it was asked for. */
  readonly extended: KvPrefix | undefined;
}

/** A model's body in ONNX Runtime. */
export class BodySession implements AsyncDisposable {
  readonly #model: TextModel;
  readonly #names: BodyGraph;
  readonly #session: InferenceSession;
  readonly #feeds: BodyFeeds;
  readonly #pool = new FloatPool();
  #nativeMs = 0;

  private constructor(model: TextModel, parts: { names: BodyGraph; session: InferenceSession; feeds: BodyFeeds }) {
    this.#model = model;
    this.#names = parts.names;
    this.#session = parts.session;
    this.#feeds = parts.feeds;
  }

  /** Throws `EngineError` `onnx-session`. */
  static async open(
    model: TextModel,
    options: { readonly weightsPath: string; readonly threads: number; readonly rotary: readonly RotaryCache[] },
  ): Promise<BodySession> {
    const names = bodyGraph(model);
    const session = await openSession({ ...options, graph: names.graph });
    const { Tensor: tensor } = await import('onnxruntime-node');
    return new BodySession(model, { names, session, feeds: new BodyFeeds(model, tensor, options.rotary) });
  }

  /** Milliseconds spent in the runtime. */
  get nativeMs(): number {
    return this.#nativeMs;
  }

  /**
   * Computes a grid of tokens behind a prefix. More than one row of the grid needs an empty prefix (a limit of the attention
   * operator). `extendTo` asks for K and V of prefix and tokens together, and says to what length they will grow in later calls; the
   * grid is then a single sequence. `contexts` are what the encoder has read for each row of the grid, where the model has one.
   */
  async run(grid: TokenGrid, prefix: KvPrefix, { extendTo, contexts }: RunOptions = {}): Promise<BodyResult> {
    const hidden = new Float32Array(grid.rows.length * this.#model.embeddingLength);
    const extended = extendTo === undefined ? undefined : this.#roomFor(prefix, grid.width, extendTo);
    const fetches: Record<string, Tensor> = {};
    if (grid.rows.length > 0) {
      fetches[this.#names.hidden] = this.#feeds.floats(hidden, [grid.rows.length, this.#model.embeddingLength]);
    }
    extended?.layers.forEach(({ key, value, held }, i) => {
      const names = this.#names.presents[i]!; // One of each layer.
      const dims = this.#feeds.cacheDims(1, i, held);
      fetches[names.key] = this.#feeds.floats(key, dims);
      fetches[names.value] = this.#feeds.floats(value, dims);
    });
    const { batch, width } = grid;
    const feeds = { ...this.#feeds.grid(grid, prefix), ...this.#feeds.contexts(contexts) };
    await this.#compute(feeds, fetches, { batch, width, prefix: prefix.length });
    return { hidden, extended: extended && trimPrefix(extended, this.#model.layers) };
  }

  /** Computes the next token of each text, the first slots being theirs; returns a normalised row for each. K and V are appended in place. */
  async step(next: NextTokens, slots: KvSlots, contexts?: EncodedContexts): Promise<Float32Array> {
    const count = next.tokens.length;
    const hidden = new Float32Array(count * this.#model.embeddingLength);
    const feeds = { ...this.#feeds.next(next, slots), ...this.#feeds.contexts(contexts) };
    const fetches: Record<string, Tensor> = {
      [this.#names.hidden]: this.#feeds.floats(hidden, [count, this.#model.embeddingLength]),
    };
    for (const [i, { key, value }] of slots.layers.entries()) {
      const dims = this.#feeds.cacheDims(count, i, slots.room);
      const used = dims.reduce((product, size) => product * size, 1);
      const names = this.#names.presents[i]!; // One of each layer.
      feeds[`past_key_${i}`] = fetches[names.key] = this.#feeds.floats(key.subarray(0, used), dims);
      feeds[`past_value_${i}`] = fetches[names.value] = this.#feeds.floats(value.subarray(0, used), dims);
    }
    await this.#compute(feeds, fetches, { batch: count, width: 1, prefix: Math.max(...next.positions) });
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
    feeds: Feeds,
    fetches: Feeds,
    size: { readonly batch: number; readonly width: number; readonly prefix: number },
  ): Promise<void> {
    const start = performance.now();
    try {
      await this.#session.run(feeds, fetches);
    } catch (cause) {
      throw runError(`Computing ${size.batch} × ${size.width} tokens behind ${size.prefix}`, size, cause);
    }
    this.#nativeMs += performance.now() - start;
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
}

import koffi from 'koffi';
import { EngineError } from '@understudy/core';
import { callAsync } from '../binding/async-callable.js';
import { native } from '../binding/native.js';
import type { Pointer } from '../binding/pointer.js';
import { Batch } from './batch.js';
import { contextParams, type ContextOptions } from './context-options.js';
import type { Model } from './model.js';
import { NativeHandle } from './native-handle.js';
import { nativeFailure } from './native-failure.js';

/** Logits of one decode call: valid until the next one. */
export interface Logits {
  readonly rows: number;
  /** Logits of the row-th wanted token, one per token of the vocabulary; a view, not a copy. */
  row(index: number): Float32Array;
}

/** Work done by decode calls. */
export interface DecodeTotals {
  readonly tokens: number;
  readonly rows: number;
  readonly calls: number;
  readonly nativeMs: number;
}

const NOTHING_DECODED: DecodeTotals = { tokens: 0, rows: 0, calls: 0, nativeMs: 0 };

/** A KV cache over a model, and what computes into it. One call at a time. */
export class Context implements Disposable {
  /** As asked for, but a batch never has more tokens than the cache has cells. */
  readonly options: ContextOptions;
  /** To be filled before each `decode`, which empties it. */
  readonly batch: Batch;
  readonly #handle: NativeHandle;
  readonly #memory: Pointer;
  readonly #vocabularySize: number;
  readonly #release: readonly (() => void)[];
  #view: { readonly address: Pointer; readonly floats: Float32Array } | undefined;
  #totals: DecodeTotals = NOTHING_DECODED;

  private constructor(model: Model, handle: NativeHandle, memory: Pointer, options: ContextOptions) {
    this.options = options;
    this.batch = new Batch(options.batchTokens, options.sequences);
    this.#handle = handle;
    this.#memory = memory;
    this.#vocabularySize = model.vocabulary.size;
    const { adapters = [] } = options;
    this.#release = [model.handle, ...adapters.map(({ adapter }) => adapter)].map((used) => used.hold());
  }

  /**
   * Makes a context; allocates the whole KV cache.
   * @throws EngineError `out-of-memory` or `context-failed`.
   */
  static async create(model: Model, options: ContextOptions): Promise<Context> {
    const { llama, log } = native();
    const mark = log.mark();
    const pointer = await callAsync(llama.llama_init_from_model, model.handle.pointer, {
      ...llama.llama_context_default_params(),
      ...contextParams(options),
    });
    const attempt = `Making a context of ${options.cells} tokens`;
    if (pointer === null) {
      throw nativeFailure({ attempt, fallbackCode: 'context-failed', lines: log.since(mark) });
    }
    const handle = new NativeHandle('context', pointer, (context) => llama.llama_free(context));
    const { adapters = [] } = options;
    llama.llama_set_adapters_lora(
      pointer,
      BigUint64Array.from(adapters, ({ adapter }) => adapter.pointer),
      adapters.length,
      Float32Array.from(adapters, ({ scale }) => scale),
    );
    const memory = llama.llama_get_memory(pointer);
    if (memory !== null) {
      return new Context(model, handle, memory, { ...options, batchTokens: llama.llama_n_batch(pointer) });
    }
    handle[Symbol.dispose]();
    throw new EngineError({
      code: 'model-without-memory',
      message: `${attempt}: a model of architecture ${model.architecture} does not predict one token after another.`,
      hint: 'Choose a model that generates text.',
    });
  }

  /** What was decoded since this was last asked for. */
  takeTotals(): DecodeTotals {
    const totals = this.#totals;
    this.#totals = NOTHING_DECODED;
    return totals;
  }

  /**
   * Computes the batch on a worker thread and empties it. The tokens become cells of their sequences.
   * @throws EngineError `out-of-memory` when no cell is left or memory runs out, `decode-failed`.
   */
  async decode(): Promise<Logits> {
    const { llama, log } = native();
    const { batch } = this;
    const { length, rows } = batch;
    const mark = log.mark();
    const start = performance.now();
    const status = await callAsync(llama.llama_decode, this.#handle.pointer, batch.toStruct());
    batch.clear();
    const logits = rows === 0 ? null : llama.llama_get_logits(this.#handle.pointer);
    const { tokens, rows: rowsBefore, calls, nativeMs } = this.#totals;
    this.#totals = {
      tokens: tokens + length,
      rows: rowsBefore + rows,
      calls: calls + 1,
      nativeMs: nativeMs + performance.now() - start,
    };
    if (status === 1) {
      throw new EngineError({
        code: 'out-of-memory',
        message: `Computing ${length} tokens: the KV cache of ${this.options.cells} cells has no room left.`,
        hint: 'Use a longer --context.',
      });
    }
    if (status !== 0) {
      const attempt = `Computing ${length} tokens (status ${status})`;
      throw nativeFailure({ attempt, fallbackCode: 'decode-failed', lines: log.since(mark) });
    }
    return { rows, row: (index) => this.#row(logits, rows, index) };
  }

  /**
   * Makes an empty sequence continue where another one ends. In a unified cache both share the cells; else the next decode
   * copies them.
   */
  copySequence(source: number, target: number): void {
    native().llama.llama_memory_seq_cp(this.#alive, source, target, -1, -1);
  }

  /** Frees the cells of a sequence from a position on; cells that others share stay theirs. */
  removeSequence(sequence: number, from = 0): void {
    native().llama.llama_memory_seq_rm(this.#alive, sequence, from, -1);
  }

  /** Frees all cells. */
  clear(): void {
    native().llama.llama_memory_clear(this.#alive, false);
  }

  /** The native context, for samplers. */
  get pointer(): Pointer {
    return this.#handle.pointer;
  }

  [Symbol.dispose](): void {
    this.#handle[Symbol.dispose]();
    this.batch[Symbol.dispose]();
    for (const release of this.#release) release();
  }

  get #alive(): Pointer {
    this.#handle.assertAlive();
    return this.#memory;
  }

  #row(address: Pointer | null, rows: number, index: number): Float32Array {
    if (address === null || index < 0 || index >= rows) {
      throw new EngineError({ code: 'decode-failed', message: `Reading row ${index} of ${rows} rows of logits.` });
    }
    const length = rows * this.#vocabularySize;
    if (this.#view?.address !== address || this.#view.floats.length < length) {
      this.#view = { address, floats: new Float32Array(koffi.view(address, length * 4)) };
    }
    return this.#view.floats.subarray(index * this.#vocabularySize, (index + 1) * this.#vocabularySize);
  }
}

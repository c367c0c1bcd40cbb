import koffi from 'koffi';
import { BugError } from '@understudy/core';
import type { Pointer } from '../binding/pointer.js';
import type { BatchStruct } from '../binding/structs.js';

/** Tokens to be decoded together that belong to the same sequences and follow one another. */
export interface BatchRun {
  readonly tokens: Int32Array;
  /** Position of the first token in its sequences. */
  readonly position: number;
  /** Sequences that share these tokens; a later run of the batch may belong to some of them only. */
  readonly sequences: readonly number[];
  /** True at the indices of tokens whose logits are wanted. */
  readonly wanted: (index: number) => boolean;
}

/**
 * The arrays of a `llama_batch`, in native memory of our own: they stay where they are while a worker thread reads them.
 * Runs are added, the batch is decoded, then it is cleared for the next one.
 */
export class Batch implements Disposable {
  readonly capacity: number;
  readonly #block: Pointer;
  readonly #addresses: Readonly<Record<'token' | 'pos' | 'n_seq_id' | 'seq_id' | 'logits' | 'ids', Pointer>>;
  readonly #token: Int32Array;
  readonly #pos: Int32Array;
  readonly #sequenceCount: Int32Array;
  readonly #sequencePointer: BigUint64Array;
  readonly #logits: Int8Array;
  readonly #ids: Int32Array;
  #length = 0;
  #idsUsed = 0;
  #rows = 0;
  #freed = false;

  /** `capacity` in tokens, `sequences` is the highest number of sequences of a context. */
  constructor(capacity: number, sequences: number) {
    this.capacity = capacity;
    // One run holds at least one token, and names its sequences once.
    const idCapacity = capacity * 4 + sequences;
    const sizes = {
      seq_id: capacity * 8,
      token: capacity * 4,
      pos: capacity * 4,
      n_seq_id: capacity * 4,
      ids: idCapacity * 4,
      logits: capacity,
    };
    const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    this.#block = koffi.alloc('uint8_t', total);
    const memory = koffi.view(this.#block, total);
    let offset = 0;
    const place = (name: keyof typeof sizes): readonly [offset: number, address: Pointer] => {
      const start = offset;
      offset += sizes[name];
      return [start, this.#block + BigInt(start)];
    };
    const [sequencePointerAt, seq_id] = place('seq_id');
    const [tokenAt, token] = place('token');
    const [posAt, pos] = place('pos');
    const [countAt, n_seq_id] = place('n_seq_id');
    const [idsAt, ids] = place('ids');
    const [logitsAt, logits] = place('logits');
    this.#addresses = { token, pos, n_seq_id, seq_id, logits, ids };
    this.#sequencePointer = new BigUint64Array(memory, sequencePointerAt, capacity);
    this.#token = new Int32Array(memory, tokenAt, capacity);
    this.#pos = new Int32Array(memory, posAt, capacity);
    this.#sequenceCount = new Int32Array(memory, countAt, capacity);
    this.#ids = new Int32Array(memory, idsAt, idCapacity);
    this.#logits = new Int8Array(memory, logitsAt, capacity);
  }

  /** Tokens in the batch. */
  get length(): number {
    return this.#length;
  }

  /** Tokens whose logits are wanted; their rows come in the order they were added. */
  get rows(): number {
    return this.#rows;
  }

  /** True when a run's sequences can still be named. Long lists on many short runs may fill the room before tokens do. */
  fits(tokens: number, sequences: number): boolean {
    return this.#length + tokens <= this.capacity && this.#idsUsed + sequences <= this.#ids.length;
  }

  add(run: BatchRun): void {
    const { tokens, sequences } = run;
    if (!this.fits(tokens.length, sequences.length)) {
      throw new BugError({ code: 'batch-overflow', message: `A batch of ${this.capacity} tokens was overfilled.` });
    }
    const ids = this.#addresses.ids + BigInt(this.#idsUsed * 4);
    this.#ids.set(sequences, this.#idsUsed);
    this.#idsUsed += sequences.length;
    this.#token.set(tokens, this.#length);
    for (let index = 0; index < tokens.length; index += 1) {
      const slot = this.#length + index;
      const wanted = run.wanted(index);
      this.#pos[slot] = run.position + index;
      this.#sequenceCount[slot] = sequences.length;
      this.#sequencePointer[slot] = ids;
      this.#logits[slot] = wanted ? 1 : 0;
      if (wanted) this.#rows += 1;
    }
    this.#length += tokens.length;
  }

  clear(): void {
    this.#length = 0;
    this.#idsUsed = 0;
    this.#rows = 0;
  }

  /** The C struct; valid until the batch is changed. */
  toStruct(): BatchStruct {
    const { token, pos, n_seq_id, seq_id, logits } = this.#addresses;
    return { n_tokens: this.#length, token, embd: null, pos, n_seq_id, seq_id, logits };
  }

  [Symbol.dispose](): void {
    if (!this.#freed) koffi.free(this.#block);
    this.#freed = true;
  }
}

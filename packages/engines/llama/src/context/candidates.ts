import koffi from 'koffi';
import { native } from '../binding/native.js';
import type { Pointer } from '../binding/pointer.js';

/** `llama_token_data`: id, logit, p. */
const TOKEN_BYTES = 12;
/** `llama_token_data_array`: data, size, selected, sorted. */
const ARRAY_BYTES = 32;

/**
 * A `llama_token_data_array` in native memory of our own: tokens with logits that native samplers change, cut and choose from. One for
 * a model serves all texts, one after the other.
 */
export class Candidates implements Disposable {
  readonly #block: Pointer;
  readonly #ids: Int32Array;
  readonly #logits: Float32Array;
  readonly #size: BigUint64Array;
  readonly #selected: BigInt64Array;
  readonly #sorted: Uint8Array;
  #freed = false;

  /** `capacity` is the size of the vocabulary. */
  constructor(capacity: number) {
    const total = ARRAY_BYTES + capacity * TOKEN_BYTES;
    this.#block = koffi.alloc('uint8_t', total);
    const memory = koffi.view(this.#block, total);
    new BigUint64Array(memory, 0, 1)[0] = this.#block + BigInt(ARRAY_BYTES);
    this.#size = new BigUint64Array(memory, 8, 1);
    this.#selected = new BigInt64Array(memory, 16, 1);
    this.#sorted = new Uint8Array(memory, 24, 1);
    this.#ids = new Int32Array(memory, ARRAY_BYTES, capacity * 3);
    this.#logits = new Float32Array(memory, ARRAY_BYTES, capacity * 3);
  }

  /** Takes all tokens of a row of logits. */
  fill(row: Float32Array): void {
    for (let token = 0; token < row.length; token += 1) {
      this.#ids[token * 3] = token;
      this.#logits[token * 3 + 1] = row[token] ?? 0;
    }
    this.#reset(row.length);
  }

  /** Takes one token. */
  fillOne(token: number): void {
    this.#ids[0] = token;
    this.#logits[1] = 0;
    this.#reset(1);
  }

  /** Lets a native sampler change the candidates. */
  apply(sampler: Pointer): void {
    native().llama.llama_sampler_apply(sampler, this.#block);
  }

  /** True when at least one candidate has a probability above 0. */
  get hasAny(): boolean {
    const size = Number(this.#size[0]);
    for (let place = 0; place < size; place += 1) if (this.#logits[place * 3 + 1] !== -Infinity) return true;
    return false;
  }

  /** The token that a sampler chose. */
  get selected(): number {
    return this.#ids[Number(this.#selected[0]) * 3] ?? -1;
  }

  [Symbol.dispose](): void {
    if (!this.#freed) koffi.free(this.#block);
    this.#freed = true;
  }

  #reset(size: number): void {
    this.#size[0] = BigInt(size);
    this.#selected[0] = -1n;
    this.#sorted[0] = 0;
  }
}

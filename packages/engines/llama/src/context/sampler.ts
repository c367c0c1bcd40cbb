import type { Sampling } from '@understudy/core';
import { native } from '../binding/native.js';
import type { Candidates } from './candidates.js';
import type { Context } from './context.js';
import { NativeHandle } from './native-handle.js';

/**
 * Tokens less probable than this share of the best one are dropped before typical sampling: llama.cpp computes the entropy of what
 * is left, and a probability that is 0 in float32 would make it NaN. They could add less than 10⁻²² nats to it.
 */
const LEAST_SHARE = 1e-30;

/** llama.cpp takes this seed as a wish for an arbitrary one. */
const ARBITRARY_SEED = 0xff_ff_ff_ff;

/**
 * Chooses the tokens of one sequence. It has its own random state, so that a text does not depend on its neighbours.
 *
 * The order is transformers' (`LogitsProcessorList`: temperature, top-k, top-p, min-p, typical), so that each sees the tempered
 * distribution; llama.cpp's own tools temper last. Top-k commutes with temperature and goes first, where it saves the most. Of tokens
 * as probable as the k-th, transformers keeps all, llama.cpp k in all.
 */
export class Sampler implements Disposable {
  readonly #chain: NativeHandle;

  constructor({ temperature, topK, topP, minP, typicalP = 1, seed }: Sampling) {
    const { llama } = native();
    const chain = llama.llama_sampler_chain_init({ no_perf: true });
    const add = (member: bigint): void => llama.llama_sampler_chain_add(chain, member);
    if (temperature <= 0) {
      add(llama.llama_sampler_init_greedy());
    } else {
      if (topK > 0) add(llama.llama_sampler_init_top_k(topK));
      add(llama.llama_sampler_init_temp(temperature));
      if (topP < 1) add(llama.llama_sampler_init_top_p(topP, 1));
      const least = typicalP < 1 ? Math.max(minP, LEAST_SHARE) : minP;
      if (least > 0) add(llama.llama_sampler_init_min_p(least, 1));
      if (typicalP < 1) add(llama.llama_sampler_init_typical(typicalP, 1));
      add(llama.llama_sampler_init_dist(seed >>> 0 === ARBITRARY_SEED ? ARBITRARY_SEED - 1 : seed >>> 0));
    }
    this.#chain = new NativeHandle('sampler', chain, (pointer) => llama.llama_sampler_free(pointer));
  }

  /** The next token, from the logits of the `index`-th token of the batch that was decoded last. Of equal logits the first. */
  sample(context: Context, index: number): number {
    return native().llama.llama_sampler_sample(this.#chain.pointer, context.pointer, index);
  }

  /** Chooses among candidates, of which at least one must be possible. */
  choose(candidates: Candidates): number {
    candidates.apply(this.#chain.pointer);
    return candidates.selected;
  }

  [Symbol.dispose](): void {
    this.#chain[Symbol.dispose]();
  }
}

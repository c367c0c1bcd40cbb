import type { Sampling } from '@understudy/core';
import { native } from '../binding/native.js';
import type { Context } from './context.js';
import { NativeHandle } from './native-handle.js';

/**
 * Chooses the tokens of one sequence. It has its own random state, so that a text does not depend on its neighbours.
 *
 * The order is transformers' (`LogitsProcessorList`: temperature, top-k, top-p, min-p), so that top-p and min-p see the
 * tempered distribution; llama.cpp's own tools temper last. Top-k commutes with temperature and goes first, where it saves
 * the most.
 */
export class Sampler implements Disposable {
  readonly #chain: NativeHandle;

  constructor({ temperature, topK, topP, minP, seed }: Sampling) {
    const { llama } = native();
    const chain = llama.llama_sampler_chain_init({ no_perf: true });
    const add = (member: bigint): void => llama.llama_sampler_chain_add(chain, member);
    if (temperature <= 0) {
      add(llama.llama_sampler_init_greedy());
    } else {
      if (topK > 0) add(llama.llama_sampler_init_top_k(topK));
      add(llama.llama_sampler_init_temp(temperature));
      if (topP < 1) add(llama.llama_sampler_init_top_p(topP, 1));
      if (minP > 0) add(llama.llama_sampler_init_min_p(minP, 1));
      add(llama.llama_sampler_init_dist(seed >>> 0));
    }
    this.#chain = new NativeHandle('sampler', chain, (pointer) => llama.llama_sampler_free(pointer));
  }

  /** The next token, from the logits of the `index`-th token of the batch that was decoded last. Of equal logits the first. */
  sample(context: Context, index: number): number {
    return native().llama.llama_sampler_sample(this.#chain.pointer, context.pointer, index);
  }

  [Symbol.dispose](): void {
    this.#chain[Symbol.dispose]();
  }
}

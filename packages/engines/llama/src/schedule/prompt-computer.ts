import type { Tokens } from '@understudy/core';
import type { Context, Logits } from '../context/context.js';
import { decodedRow, type LogitsRow } from '../decoding/logits-row.js';
import { HeldPrefixes, isEqual, sharedLength, type HeldPrefix } from './held-prefixes.js';

/** A shared prefix below this is not worth a copy. */
const SHORTEST_SHARED_PREFIX = 32;

/** A prompt to be computed. */
export interface PromptRequest {
  readonly prompt: Tokens;
  /** Tokens that are known to be shared with other prompts; 0 when unknown. */
  readonly sharedPrefix: number;
  /** The prompt that will probably come next. */
  readonly next: Tokens | undefined;
  /** An empty sequence. */
  readonly sequence: number;
}

/** A computed prompt. */
export interface ComputedPrompt {
  /** The logits after its last token. */
  readonly row: LogitsRow;
  /** Tokens that were not computed for this prompt but taken from an earlier one. */
  readonly cachedTokens: number;
}

/** How a computer of prompts works. */
export interface PromptComputerOptions {
  /** Sequences that hold what prompts share. */
  readonly held: readonly number[];
  /** Shares only prefixes that are known beforehand, so that a text does not depend on the prompts that wait with it. */
  readonly onlyKnownPrefixes: boolean;
}

/**
 * Computes prompts into sequences. What a prompt shares with the next one is computed once: a prefix, or all of it when several texts are
 * made of one prompt.
 */
export class PromptComputer {
  readonly #context: Context;
  readonly #options: PromptComputerOptions;
  readonly #held: HeldPrefixes;
  /** Logits after whole prompts that are held. */
  readonly #rows = new WeakMap<HeldPrefix, Float32Array>();

  constructor(context: Context, options: PromptComputerOptions) {
    this.#context = context;
    this.#options = options;
    this.#held = new HeldPrefixes(context, options.held);
  }

  async compute(request: PromptRequest): Promise<ComputedPrompt> {
    const { prompt, next, sequence } = request;
    const known = this.#held.find(prompt);
    const row = known && this.#rows.get(known);
    if (known !== undefined && row !== undefined) return this.#copied(known, row, sequence, prompt.length);
    if (next === undefined || !isEqual(prompt, next)) return this.#computeInto(request);
    return this.#computeHeld(request);
  }

  /** Computes a prompt that comes again into a held sequence, of which each of its texts gets a copy. */
  async #computeHeld(request: PromptRequest): Promise<ComputedPrompt> {
    const held = this.#held.add(request.prompt);
    const { row, cachedTokens } = await this.#computeInto({ ...request, next: undefined, sequence: held.sequence });
    this.#rows.set(held, row.values.slice());
    return this.#copied(held, row.values, request.sequence, cachedTokens);
  }

  #copied(held: HeldPrefix, values: Float32Array, sequence: number, cachedTokens: number): ComputedPrompt {
    this.#context.copySequence(held.sequence, sequence);
    return { row: { values: values.slice() }, cachedTokens };
  }

  async #computeInto(request: PromptRequest): Promise<ComputedPrompt> {
    const { copied, wasHeld } = await this.#copyPrefix(request);
    const { logits, index } = await this.#decode(request.prompt, copied, request.sequence, { wantsLast: true });
    return { row: decodedRow(this.#context, logits, { row: 0, index }), cachedTokens: wasHeld ? copied : 0 };
  }

  /** Lets a sequence begin with the prefix that its prompt shares, if it has one; computes it when it is not held yet. */
  async #copyPrefix({
    prompt,
    next,
    sharedPrefix,
    sequence,
  }: PromptRequest): Promise<{ readonly copied: number; readonly wasHeld: boolean }> {
    const upcoming = next === undefined || this.#options.onlyKnownPrefixes ? 0 : sharedLength(prompt, next);
    const length = Math.min(prompt.length - 1, sharedPrefix > 0 ? sharedPrefix : upcoming);
    if (length < SHORTEST_SHARED_PREFIX) return { copied: 0, wasHeld: false };
    const tokens = prompt.subarray(0, length);
    const known = this.#held.find(tokens);
    const held = known ?? this.#held.add(tokens);
    if (known === undefined) await this.#decode(tokens, 0, held.sequence, { wantsLast: false });
    this.#context.copySequence(held.sequence, sequence);
    return { copied: length, wasHeld: known !== undefined };
  }

  /** Computes tokens from an index on; returns the last call's logits, and the last token's index in its batch. */
  async #decode(
    tokens: Tokens,
    from: number,
    sequence: number,
    { wantsLast }: { readonly wantsLast: boolean },
  ): Promise<{ readonly logits: Logits; readonly index: number }> {
    const { batchTokens } = this.#context.options;
    for (let start = from; ; start += batchTokens) {
      const piece = tokens.subarray(start, start + batchTokens);
      const isLast = start + piece.length === tokens.length;
      const index = piece.length - 1;
      this.#context.batch.add({
        tokens: piece,
        position: start,
        sequences: [sequence],
        wanted: (place) => wantsLast && isLast && place === index,
      });
      const logits = await this.#context.decode();
      if (isLast) return { logits, index };
    }
  }
}

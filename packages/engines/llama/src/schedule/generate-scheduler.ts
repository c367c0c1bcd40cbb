import type { Tokens } from '@understudy/core';
import type { Context, Logits } from '../context/context.js';
import type { Vocabulary } from '../context/vocabulary.js';
import { TokenChooser } from '../decoding/token-chooser.js';
import { GrowingText, type PreparedRequest } from '../generation/growing-text.js';
import type { GenerateEvent } from '../generation/text-maker.js';
import { HeldPrefixes, sharedLength } from './held-prefixes.js';
import { SequencePool } from './sequence-pool.js';

/** Sequences of a context that hold shared prefixes. */
export const HELD_PREFIXES = 2;

/** A shared prefix below this is not worth a copy. */
const SHORTEST_SHARED_PREFIX = 32;

const NO_LOGITS: Logits = { rows: 0, row: () => new Float32Array() };

/** A text in the making, what chooses its tokens, and the KV cache's sequence that it has. */
interface Growing {
  readonly text: GrowingText;
  readonly chooser: TokenChooser;
  readonly sequence: number;
}

/** How a scheduler works. */
export interface GenerateSchedulerOptions {
  readonly vocabulary: Vocabulary;
  /** Yields text as it becomes certain. */
  readonly deltas: boolean;
  /** Shares only prefixes that are known beforehand, so that a text does not depend on the prompts that wait with it. */
  readonly onlyKnownPrefixes: boolean;
}

/**
 * Continuous batching: each text in the making is a sequence of the context, one call computes the next token of all of
 * them, and a text that ends makes room for the next request at once. Prompts are computed one by one when they are taken
 * in; a prefix that the next prompt shares is computed once and copied.
 */
export class GenerateScheduler implements Disposable {
  readonly #context: Context;
  readonly #options: GenerateSchedulerOptions;
  readonly #sequences: SequencePool;
  readonly #prefixes: HeldPrefixes;
  #growing: readonly Growing[] = [];

  constructor(context: Context, options: GenerateSchedulerOptions) {
    this.#context = context;
    this.#options = options;
    const texts = context.options.sequences - HELD_PREFIXES;
    this.#sequences = new SequencePool(texts);
    this.#prefixes = new HeldPrefixes(
      context,
      Array.from({ length: HELD_PREFIXES }, (_, index) => texts + index),
    );
  }

  /** True when another request can be taken in. */
  get hasRoom(): boolean {
    return this.#sequences.available > 0;
  }

  /** True when no text is in the making. */
  get isIdle(): boolean {
    return this.#growing.length === 0;
  }

  /** Takes a request in and samples its first token. `next` is the prompt that will probably come after it. */
  async admit(prepared: PreparedRequest, next: Tokens | undefined): Promise<readonly GenerateEvent[]> {
    const sequence = this.#sequences.acquire();
    const { copied, wasHeld } = await this.#copyPrefix(prepared, next, sequence);
    const cachedTokens = wasHeld ? copied : 0;
    const text = new GrowingText(prepared, { vocabulary: this.#options.vocabulary, cachedTokens });
    const chooser = new TokenChooser(prepared.request, prepared.prompt);
    this.#growing = [...this.#growing, { text, chooser, sequence }];
    const { logits, index } = await this.#compute(prepared.prompt, copied, sequence, { wantsLast: true });
    text.advance(chooser.choose({ context: this.#context, logits, row: 0, index }));
    return this.#collect();
  }

  /** Computes the next token of all texts. */
  async step(): Promise<readonly GenerateEvent[]> {
    const growing = this.#growing.toSorted((a, b) => a.sequence - b.sequence);
    for (const { text, sequence } of growing) {
      this.#context.batch.add({
        tokens: Int32Array.of(text.lastToken),
        position: text.position,
        sequences: [sequence],
        wanted: () => true,
      });
    }
    const logits = await this.#context.decode();
    for (const [index, { text, chooser }] of growing.entries()) {
      text.advance(chooser.choose({ context: this.#context, logits, row: index, index }));
    }
    return this.#collect();
  }

  /** Frees what native objects the texts still hold. */
  [Symbol.dispose](): void {
    for (const { chooser } of this.#growing) chooser[Symbol.dispose]();
    this.#growing = [];
  }

  /**
   * Lets a sequence begin with the prefix that its prompt shares, if it has one; computes it when it is not held yet.
   * Returns the number of tokens.
   */
  async #copyPrefix(
    { request, prompt }: PreparedRequest,
    next: Tokens | undefined,
    sequence: number,
  ): Promise<{ readonly copied: number; readonly wasHeld: boolean }> {
    const upcoming = next === undefined || this.#options.onlyKnownPrefixes ? 0 : sharedLength(prompt, next);
    const length = Math.min(prompt.length - 1, request.sharedPrefix > 0 ? request.sharedPrefix : upcoming);
    if (length < SHORTEST_SHARED_PREFIX) return { copied: 0, wasHeld: false };
    const tokens = prompt.subarray(0, length);
    const known = this.#prefixes.find(tokens);
    const held = known ?? this.#prefixes.add(tokens);
    if (known === undefined) await this.#compute(tokens, 0, held.sequence, { wantsLast: false });
    this.#context.copySequence(held.sequence, sequence);
    return { copied: length, wasHeld: known !== undefined };
  }

  /** Computes tokens from an index on; returns the last call's logits, and the last token's index in its batch. */
  async #compute(
    tokens: Tokens,
    from: number,
    sequence: number,
    { wantsLast }: { readonly wantsLast: boolean },
  ): Promise<{ readonly logits: Logits; readonly index: number }> {
    const { batchTokens } = this.#context.options;
    let logits: Logits = NO_LOGITS;
    let index = 0;
    for (let start = from; start < tokens.length; start += batchTokens) {
      const piece = tokens.subarray(start, start + batchTokens);
      const isLast = start + piece.length === tokens.length;
      index = piece.length - 1;
      this.#context.batch.add({
        tokens: piece,
        position: start,
        sequences: [sequence],
        wanted: (place) => wantsLast && isLast && place === piece.length - 1,
      });
      logits = await this.#context.decode();
    }
    return { logits, index };
  }

  #collect(): readonly GenerateEvent[] {
    const events: GenerateEvent[] = [];
    for (const { text, chooser, sequence } of this.#growing) {
      const delta = this.#options.deltas ? text.takeDelta() : '';
      if (delta !== '') events.push({ type: 'text-delta', text: delta });
      if (!text.isFinished) continue;
      events.push({ type: 'finish', response: text.response() });
      chooser[Symbol.dispose]();
      this.#context.removeSequence(sequence);
      this.#sequences.release(sequence);
    }
    this.#growing = this.#growing.filter(({ text }) => !text.isFinished);
    return events;
  }
}

import { UnderstudyError, type RequestFailure, type Tokens } from '@understudy/core';
import type { Context } from '../context/context.js';
import { decodedRow } from '../decoding/logits-row.js';
import type { PreparedRequest } from '../generation/growing-text.js';
import type { GenerateEvent } from '../generation/text-maker.js';
import type { Drafter } from './drafter.js';
import type { LiveText } from './live-text.js';
import { makeText, sequencesOf, type TextTools } from './make-text.js';
import { PromptComputer } from './prompt-computer.js';
import { SequencePool } from './sequence-pool.js';

/** Sequences of a context that hold shared prefixes. */
export const HELD_PREFIXES = 2;

/** How a scheduler works. */
export interface GenerateSchedulerOptions extends Omit<TextTools, 'context'> {
  /** Yields text as it becomes certain. */
  readonly deltas: boolean;
  /** Shares only prefixes that are known beforehand, so that a text does not depend on the prompts that wait with it. */
  readonly onlyKnownPrefixes: boolean;
  /** Drafts the next tokens of texts. */
  readonly drafter?: Drafter | undefined;
}

/**
 * Continuous batching: each text in the making has sequences of the context, one call computes the next tokens of all of them, and a text
 * that ends makes room for the next request at once. Prompts are computed one by one when they are taken in.
 */
export class GenerateScheduler implements Disposable {
  readonly #context: Context;
  readonly #options: GenerateSchedulerOptions;
  readonly #sequences: SequencePool;
  readonly #prompts: PromptComputer;
  #growing: readonly LiveText[] = [];

  constructor(context: Context, options: GenerateSchedulerOptions) {
    this.#context = context;
    this.#options = options;
    const texts = context.options.sequences - HELD_PREFIXES;
    this.#sequences = new SequencePool(texts);
    this.#prompts = new PromptComputer(context, {
      held: Array.from({ length: HELD_PREFIXES }, (_, index) => texts + index),
      onlyKnownPrefixes: options.onlyKnownPrefixes,
    });
  }

  /** True when another request finds sequences. */
  hasRoomFor(prepared: PreparedRequest): boolean {
    return this.#sequences.available >= sequencesOf(prepared);
  }

  /** True when no text is in the making. */
  get isIdle(): boolean {
    return this.#growing.length === 0;
  }

  /** Takes a request in and chooses its first token. `next` is the prompt that will probably come after it. */
  async admit(prepared: PreparedRequest, next: Tokens | undefined): Promise<readonly GenerateEvent[]> {
    const sequences = Array.from({ length: sequencesOf(prepared) }, () => this.#sequences.acquire());
    const text = this.#tryText(prepared, sequences);
    if (text.kind === 'refused') return [{ type: 'finish', response: text.failure }];
    this.#growing = [...this.#growing, text.text];
    await text.text.begin(this.#prompts, next);
    return this.#collect();
  }

  /** Computes the next tokens of all texts. */
  async step(): Promise<readonly GenerateEvent[]> {
    const growing = this.#growing.toSorted((a, b) => (a.sequences[0] ?? 0) - (b.sequences[0] ?? 0));
    const { batch } = this.#context;
    await this.#options.drafter?.draft(growing.flatMap(({ draftable }) => draftable ?? []));
    const first = growing.map((text) => {
      const start = batch.length;
      text.add(batch);
      return start;
    });
    const logits = await this.#context.decode();
    for (const [place, text] of growing.entries()) {
      const start = first[place]!;
      // The logits of every token of a step are wanted, so that a row's place is its token's.
      text.advance((offset) => decodedRow(this.#context, logits, { row: start + offset, index: start + offset }));
    }
    return this.#collect();
  }

  /** Frees what native objects the texts still hold. */
  [Symbol.dispose](): void {
    for (const text of this.#growing) text[Symbol.dispose]();
    this.#growing = [];
  }

  /** A request that asks for what cannot be is refused; the others go on. */
  #tryText(
    prepared: PreparedRequest,
    sequences: readonly number[],
  ):
    | { readonly kind: 'made'; readonly text: LiveText }
    | { readonly kind: 'refused'; readonly failure: RequestFailure } {
    try {
      return { kind: 'made', text: makeText(prepared, sequences, { ...this.#options, context: this.#context }) };
    } catch (error) {
      if (!UnderstudyError.isInstance(error) || error.party !== 'user') throw error;
      this.#sequences.release(...sequences);
      const { code, message } = error;
      return { kind: 'refused', failure: { status: 'error', id: prepared.request.id, code, message } };
    }
  }

  #collect(): readonly GenerateEvent[] {
    const events: GenerateEvent[] = [];
    for (const text of this.#growing) {
      const delta = this.#options.deltas ? text.takeDelta() : '';
      if (delta !== '') events.push({ type: 'text-delta', text: delta });
      if (!text.isFinished) continue;
      events.push({ type: 'finish', response: text.response() });
      text[Symbol.dispose]();
      for (const sequence of text.sequences) {
        this.#context.removeSequence(sequence);
        this.#options.drafter?.forget(sequence);
      }
      this.#sequences.release(...text.sequences);
    }
    this.#growing = this.#growing.filter((text) => !text.isFinished);
    return events;
  }
}

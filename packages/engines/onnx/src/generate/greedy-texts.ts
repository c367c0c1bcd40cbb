import {
  GrowingText,
  type GenerateEvent,
  type PreparedRequest,
  type TextMaker,
  type TextVocabulary,
} from '@understudy/engine-llama';
import type { Tokens } from '@understudy/core';
import type { Counters } from '@understudy/engine-process';
import type { HeadSession } from '../runtime/head-session.js';
import type { TextSlots } from './text-slots.js';

/** What texts are made with. */
export interface GreedyTextsOptions {
  readonly slots: TextSlots;
  readonly head: HeadSession;
  readonly counters: Counters;
  readonly vocabulary: TextVocabulary;
  /** Yields text as it becomes certain. */
  readonly deltas: boolean;
}

/**
 * Texts whose next token is always the most probable one. Once its prompt is computed, a text takes its steps together with all
 * others, since a step reads all weights whatever their number.
 */
export class GreedyTexts implements TextMaker {
  readonly #options: GreedyTextsOptions;
  /** The text of each slot in use. */
  readonly #growing: GrowingText[] = [];

  constructor(options: GreedyTextsOptions) {
    this.#options = options;
  }

  get isIdle(): boolean {
    return this.#growing.length === 0;
  }

  hasRoomFor(prepared: PreparedRequest): boolean {
    const { slots } = this.#options;
    return this.#growing.length < slots.count && slots.fits(prepared);
  }

  async admit(prepared: PreparedRequest, next: Tokens | undefined): Promise<readonly GenerateEvent[]> {
    const { slots, vocabulary } = this.#options;
    const cachedTokens = await slots.admit(this.#growing.length, prepared, next);
    this.#growing.push(new GrowingText(prepared, { vocabulary, cachedTokens }));
    return [];
  }

  async step(): Promise<readonly GenerateEvent[]> {
    const { head, slots, counters } = this.#options;
    const count = this.#growing.length;
    const best = await head.argMax(await slots.step(this.#growing));
    counters.uniqueTokens += count;
    counters.scoredRows += count;
    counters.batches++;
    this.#growing.forEach((text, slot) => text.advance(Number(best[slot])));
    return this.#collect();
  }

  /** Everything belongs to the engine. */
  [Symbol.dispose](): void {}

  /** Takes out what is finished; from the last slot on, so that the one that takes a place is not finished. */
  #collect(): readonly GenerateEvent[] {
    const { deltas, slots } = this.#options;
    const events: GenerateEvent[] = [];
    for (let slot = this.#growing.length - 1; slot >= 0; slot--) {
      const text = this.#growing[slot]!;
      const delta = deltas ? text.takeDelta() : '';
      if (delta !== '') events.push({ type: 'text-delta', text: delta });
      if (!text.isFinished) continue;
      events.push({ type: 'finish', response: text.response() });
      const last = this.#growing.length - 1;
      slots.move(last, slot);
      this.#growing[slot] = this.#growing[last]!;
      this.#growing.pop();
    }
    return events;
  }
}

import type { GrowingText, PreparedRequest } from '@understudy/engine-llama';
import type { Counters } from '@understudy/engine-process';
import type { BodySession } from '../runtime/body-session.js';
import { prefixOf } from '../runtime/encoded-contexts.js';
import type { EncoderSession } from '../runtime/encoder-session.js';
import type { KvSlots } from '../runtime/kv-slots.js';
import { textTokens, type TextSlots } from './text-slots.js';

/** What texts are computed with. */
export interface PrefixedSlotsParts {
  readonly body: BodySession;
  readonly encoder: EncoderSession;
  readonly startToken: number;
  /** Room for prompts and texts. */
  readonly slots: KvSlots;
  readonly counters: Counters;
}

/** Tokens that a prefix decoder puts between a prompt and its text: the end of the one, and the start of the other. */
export const TOKENS_BETWEEN = 2;

/** Texts of a prefix decoder: what its encoder has made of a prompt is what the text's self-attention sees first. */
export class PrefixedSlots implements TextSlots {
  readonly #parts: PrefixedSlotsParts;
  readonly #lengths: Int32Array;

  constructor(parts: PrefixedSlotsParts) {
    this.#parts = parts;
    this.#lengths = new Int32Array(parts.slots.count);
  }

  get count(): number {
    return this.#parts.slots.count;
  }

  fits({ prompt, maxTokens }: PreparedRequest): boolean {
    return prompt.length + maxTokens + TOKENS_BETWEEN <= this.#parts.slots.room;
  }

  async admit(slot: number, { prompt }: PreparedRequest): Promise<number> {
    const { encoder, slots, counters } = this.#parts;
    const prefix = prefixOf(await encoder.run([prompt]));
    slots.put(slot, prefix);
    this.#lengths[slot] = prefix.length;
    counters.uniqueTokens += prompt.length;
    return 0;
  }

  async step(texts: readonly GrowingText[]): Promise<Float32Array> {
    const { body, slots, startToken } = this.#parts;
    const contexts = { lengths: this.#lengths.slice(0, texts.length), room: 0, layers: [] };
    const hidden = await body.step(textTokens(texts, startToken), slots, contexts);
    slots.grow(texts.length);
    return hidden;
  }

  move(from: number, to: number): void {
    this.#parts.slots.move(from, to);
    this.#lengths[to] = this.#lengths[from] ?? 0;
  }
}

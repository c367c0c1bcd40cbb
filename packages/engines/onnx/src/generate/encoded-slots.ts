import type { GrowingText, PreparedRequest } from '@understudy/engine-llama';
import type { Counters } from '@understudy/engine-process';
import type { BodySession } from '../runtime/body-session.js';
import { prefixOf, type EncodedContexts } from '../runtime/encoded-contexts.js';
import type { EncoderSession } from '../runtime/encoder-session.js';
import type { KvPrefix } from '../runtime/kv-prefix.js';
import type { KvSlots } from '../runtime/kv-slots.js';
import { textTokens, type TextSlots } from './text-slots.js';

/** What texts are computed with. */
export interface EncodedSlotsParts {
  readonly body: BodySession;
  readonly encoder: EncoderSession;
  readonly startToken: number;
  readonly empty: KvPrefix;
  /** Room for the texts. */
  readonly slots: KvSlots;
  /** Room for what the encoder has made of their prompts. */
  readonly contexts: KvSlots;
  readonly counters: Counters;
}

/** Texts of a model with an encoder: it reads the prompt, and the text begins with the start token. */
export class EncodedSlots implements TextSlots {
  readonly #parts: EncodedSlotsParts;

  constructor(parts: EncodedSlotsParts) {
    this.#parts = parts;
  }

  get count(): number {
    return this.#parts.slots.count;
  }

  fits({ prompt, maxTokens }: PreparedRequest): boolean {
    const { slots, contexts } = this.#parts;
    return prompt.length <= contexts.room && maxTokens <= slots.room;
  }

  async admit(slot: number, { prompt }: PreparedRequest): Promise<number> {
    const { encoder, slots, contexts, empty, counters } = this.#parts;
    contexts.put(slot, prefixOf(await encoder.run([prompt])));
    slots.put(slot, empty);
    counters.uniqueTokens += prompt.length;
    return 0;
  }

  async step(texts: readonly GrowingText[]): Promise<Float32Array> {
    const { body, slots, startToken } = this.#parts;
    const hidden = await body.step(textTokens(texts, startToken), slots, this.#contexts(texts.length));
    slots.grow(texts.length);
    return hidden;
  }

  move(from: number, to: number): void {
    this.#parts.slots.move(from, to);
    this.#parts.contexts.move(from, to);
  }

  /** The contexts of the first texts. */
  #contexts(count: number): EncodedContexts {
    const { room, layers, count: all } = this.#parts.contexts;
    const first = (numbers: Float32Array): Float32Array => numbers.subarray(0, (numbers.length / all) * count);
    return {
      room,
      lengths: layers[0]?.held.slice(0, count) ?? new Int32Array(),
      layers: layers.map(({ key, value }) => ({ key: first(key), value: first(value) })),
    };
  }
}

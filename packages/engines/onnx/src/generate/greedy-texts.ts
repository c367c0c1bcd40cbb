import {
  GrowingText,
  textLength,
  type GenerateEvent,
  type PreparedRequest,
  type TextMaker,
  type TextVocabulary,
} from '@understudy/engine-llama';
import type { Tokens } from '@understudy/core';
import type { BodySession } from '../runtime/body-session.js';
import type { HeadSession } from '../runtime/head-session.js';
import type { KvPrefix } from '../runtime/kv-prefix.js';
import type { KvSlots } from '../runtime/kv-slots.js';
import type { Counters } from '@understudy/engine-process';
import type { PrefixStore } from '../score/prefix-store.js';
import { commonLength } from '../score/token-tree.js';
import type { TreeScorer } from '../score/tree-scorer.js';

/** A shared prefix below this is not worth keeping. */
const SHORTEST_SHARED_PREFIX = 32;

/** What texts are made with. */
export interface GreedyTextsOptions {
  readonly body: BodySession;
  readonly head: HeadSession;
  readonly scorer: TreeScorer;
  readonly prefixes: PrefixStore;
  readonly slots: KvSlots;
  readonly counters: Counters;
  readonly vocabulary: TextVocabulary;
  /** Yields text as it becomes certain. */
  readonly deltas: boolean;
  /** Shares only prefixes that are known beforehand, so that a text does not depend on the prompts that wait with it. */
  readonly onlyKnownPrefixes: boolean;
}

/**
 * Texts whose next token is always the most probable one. A prompt is computed in chunks but for its last token; from there on all
 * texts take a step together, since a step reads all weights whatever their number.
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
    return this.#growing.length < slots.count && textLength(prepared) <= slots.room;
  }

  async admit(prepared: PreparedRequest, next: Tokens | undefined): Promise<readonly GenerateEvent[]> {
    const { body, counters, scorer, slots, vocabulary } = this.#options;
    const computedBefore = counters.uniqueTokens;
    const base = await this.#sharedPrefix(prepared, next);
    const { prompt } = prepared;
    const prefix = await scorer.extend(base, prompt.subarray(base.length, -1));
    slots.put(this.#growing.length, prefix);
    if (prefix !== base) body.recycle(prefix);
    const cachedTokens = prefix.length - (counters.uniqueTokens - computedBefore);
    this.#growing.push(new GrowingText(prepared, { vocabulary, cachedTokens }));
    return [];
  }

  async step(): Promise<readonly GenerateEvent[]> {
    const { body, head, slots, counters } = this.#options;
    const count = this.#growing.length;
    const hidden = await body.step(
      {
        tokens: Int32Array.from(this.#growing, ({ lastToken }) => lastToken),
        positions: Int32Array.from(this.#growing, ({ position }) => position),
      },
      slots,
    );
    slots.grow(count);
    const best = await head.argMax(hidden);
    counters.uniqueTokens += count;
    counters.scoredRows += count;
    counters.batches++;
    this.#growing.forEach((text, slot) => text.advance(Number(best[slot])));
    return this.#collect();
  }

  /** Everything belongs to the engine. */
  [Symbol.dispose](): void {}

  /** K and V of what the prompt shares with the next one, or with all of its task. */
  async #sharedPrefix({ request, prompt }: PreparedRequest, next: Tokens | undefined): Promise<KvPrefix> {
    const { prefixes, onlyKnownPrefixes } = this.#options;
    const upcoming = next === undefined || onlyKnownPrefixes ? 0 : commonLength(prompt, next);
    const length = Math.min(prompt.length - 1, request.sharedPrefix > 0 ? request.sharedPrefix : upcoming);
    return length < SHORTEST_SHARED_PREFIX ? prefixes.empty : prefixes.getFixed(prompt.subarray(0, length));
  }

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

import { textLength, type GrowingText, type PreparedRequest } from '@understudy/engine-llama';
import type { Counters } from '@understudy/engine-process';
import type { Tokens } from '@understudy/core';
import type { BodySession } from '../runtime/body-session.js';
import type { KvPrefix } from '../runtime/kv-prefix.js';
import type { KvSlots } from '../runtime/kv-slots.js';
import type { PrefixStore } from '../score/prefix-store.js';
import { commonLength } from '../score/token-tree.js';
import type { TreeScorer } from '../score/tree-scorer.js';
import type { TextSlots } from './text-slots.js';

/** A shared prefix below this is not worth keeping. */
const SHORTEST_SHARED_PREFIX = 32;

/** What texts are computed with. */
export interface DecoderSlotsParts {
  readonly body: BodySession;
  readonly scorer: TreeScorer;
  readonly prefixes: PrefixStore;
  readonly slots: KvSlots;
  readonly counters: Counters;
  /** Shares only prefixes that are known beforehand, so that a text does not depend on the prompts that wait with it. */
  readonly onlyKnownPrefixes: boolean;
}

/** Texts of a decoder-only model: a prompt is computed in chunks but for its last token, which the first step begins with. */
export class DecoderSlots implements TextSlots {
  readonly #parts: DecoderSlotsParts;

  constructor(parts: DecoderSlotsParts) {
    this.#parts = parts;
  }

  get count(): number {
    return this.#parts.slots.count;
  }

  fits(prepared: PreparedRequest): boolean {
    return textLength(prepared) <= this.#parts.slots.room;
  }

  async admit(slot: number, prepared: PreparedRequest, next: Tokens | undefined): Promise<number> {
    const { body, counters, scorer, slots } = this.#parts;
    const computedBefore = counters.uniqueTokens;
    const base = await this.#sharedPrefix(prepared, next);
    const { prompt } = prepared;
    const prefix = await scorer.extend(base, prompt.subarray(base.length, -1));
    slots.put(slot, prefix);
    if (prefix !== base) body.recycle(prefix);
    return prefix.length - (counters.uniqueTokens - computedBefore);
  }

  async step(texts: readonly GrowingText[]): Promise<Float32Array> {
    const { body, slots } = this.#parts;
    const hidden = await body.step(
      {
        tokens: Int32Array.from(texts, ({ lastToken }) => lastToken),
        positions: Int32Array.from(texts, ({ position }) => position),
      },
      slots,
    );
    slots.grow(texts.length);
    return hidden;
  }

  move(from: number, to: number): void {
    this.#parts.slots.move(from, to);
  }

  /** K and V of what the prompt shares with the next one, or with all of its task. */
  async #sharedPrefix({ request, prompt }: PreparedRequest, next: Tokens | undefined): Promise<KvPrefix> {
    const { prefixes, onlyKnownPrefixes } = this.#parts;
    const upcoming = next === undefined || onlyKnownPrefixes ? 0 : commonLength(prompt, next);
    const length = Math.min(prompt.length - 1, request.sharedPrefix > 0 ? request.sharedPrefix : upcoming);
    return length < SHORTEST_SHARED_PREFIX ? prefixes.empty : prefixes.getFixed(prompt.subarray(0, length));
  }
}

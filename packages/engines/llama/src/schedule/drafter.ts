import type { Context } from '../context/context.js';
import type { LogProbabilityReader } from '../context/log-probability.js';
import { argMax } from '../decoding/arg-max.js';
import type { DraftLength } from './draft-length.js';

/** A draft ends before a token that its model finds less probable (transformers, `assistant_confidence_threshold`). */
const LEAST_PROBABILITY = 0.4;

/** Tokens of all drafts of a step at most: each wants a row of logits, which for a large vocabulary is a megabyte. */
export const MOST_DRAFTED = 64;

/** A text that may be drafted: its draft is checked when its next tokens are computed. */
export interface Draftable {
  /** Its sequence, in the drafting context, too. */
  readonly sequence: number;
  /** Prompt and text so far. */
  readonly tokens: readonly number[];
  /** Tokens that a draft may have. */
  readonly room: number;
  readonly draftLength: DraftLength;
  /** Takes tokens that are likely to come next. */
  takeDraft(tokens: readonly number[]): void;
}

/** What a drafter works with. */
export interface DrafterOptions {
  /** A context of the draft model with a sequence for each text. */
  readonly context: Context;
  readonly reader: LogProbabilityReader;
  /** Tokens of the model's own vocabulary: the draft's may have some more. */
  readonly vocabularySize: number;
  /** Tokens that the draft model can look back at. */
  readonly contextLength: number;
}

/** A draft in the making. */
interface Draft {
  readonly text: Draftable;
  readonly tokens: number[];
  readonly limit: number;
}

/**
 * Speculative decoding (Leviathan et al. 2023, Chen et al. 2023): a small model guesses the next tokens of texts, the large one computes
 * them in one call, and takes those that it would have chosen itself. All drafts take a step together.
 */
export class Drafter implements Disposable {
  readonly #options: DrafterOptions;
  /** Tokens that the drafting context holds, by sequence. */
  readonly #held = new Map<number, readonly number[]>();

  constructor(options: DrafterOptions) {
    this.#options = options;
  }

  /** Drafts for texts as far as the draft model is sure of itself. */
  async draft(texts: readonly Draftable[]): Promise<void> {
    const share = Math.floor(MOST_DRAFTED / Math.max(1, texts.length));
    let open: readonly Draft[] = texts.flatMap((text): readonly Draft[] => {
      const left = this.#options.contextLength - text.tokens.length;
      const limit = Math.min(text.room, text.draftLength.next, left, share);
      return limit > 0 ? [{ text, tokens: [], limit }] : [];
    });
    const all = open;
    for (const { text } of open) await this.#catchUp(text);
    while (open.length > 0) open = await this.#step(open);
    for (const { text, tokens } of all) text.takeDraft(tokens);
  }

  /** Forgets the text of a sequence. */
  forget(sequence: number): void {
    this.#held.delete(sequence);
    this.#options.context.removeSequence(sequence);
  }

  [Symbol.dispose](): void {
    this.#options.context[Symbol.dispose]();
  }

  /** Computes all of a text but its last token, as far as the context does not hold it. */
  async #catchUp({ sequence, tokens }: Draftable): Promise<void> {
    const { context } = this.#options;
    const held = this.#held.get(sequence) ?? [];
    const end = tokens.length - 1;
    let start = 0;
    while (start < held.length && start < end && held[start] === tokens[start]) start += 1;
    if (start < held.length) context.removeSequence(sequence, start);
    for (; start < end; start += context.options.batchTokens) {
      const piece = Int32Array.from(tokens.slice(start, Math.min(end, start + context.options.batchTokens)));
      context.batch.add({ tokens: piece, position: start, sequences: [sequence], wanted: () => false });
      await context.decode();
    }
    this.#held.set(sequence, tokens.slice(0, end));
  }

  /** Computes the next token of drafts; returns those that go on. */
  async #step(drafts: readonly Draft[]): Promise<readonly Draft[]> {
    const { context, vocabularySize } = this.#options;
    for (const { text, tokens } of drafts) {
      const held = this.#held.get(text.sequence) ?? [];
      const token = tokens.at(-1) ?? text.tokens.at(-1) ?? 0;
      context.batch.add({
        tokens: Int32Array.of(token),
        position: held.length,
        sequences: [text.sequence],
        wanted: () => true,
      });
      this.#held.set(text.sequence, [...held, token]);
    }
    const logits = await context.decode();
    return drafts.filter(({ tokens, limit }, row) => {
      const token = this.#sureToken(logits.row(row));
      if (token === undefined || token >= vocabularySize) return false;
      tokens.push(token);
      return tokens.length < limit;
    });
  }

  #sureToken(row: Float32Array): number | undefined {
    const token = argMax(row);
    const probability = Math.exp((row[token] ?? 0) - this.#options.reader.logSumExp(row, token));
    return probability < LEAST_PROBABILITY ? undefined : token;
  }
}

import type { FinishReason, GenerateRequest, Generation, Tokens } from '@understudy/core';
import type { Vocabulary } from '../context/vocabulary.js';
import { cutAtStops, settledLength, StopFinder } from './stop-strings.js';

/** What of a vocabulary makes texts of tokens. */
export type TextVocabulary = Pick<Vocabulary, 'piece' | 'isEnd' | 'detokenize'>;

/** A request with its prompt in tokens, and room for its answer. */
export interface PreparedRequest {
  readonly request: GenerateRequest;
  readonly prompt: Tokens;
  /** The prompt of guidance (`Decoding.guidance`). */
  readonly negativePrompt?: Tokens | undefined;
  /** Tokens it may generate: what was asked for, as far as the context allows. */
  readonly maxTokens: number;
}

/** A text in the making: its tokens so far, and when it ends. */
export class GrowingText {
  readonly prepared: PreparedRequest;
  readonly #vocabulary: TextVocabulary;
  readonly #stops: StopFinder;
  readonly #cachedTokens: number;
  readonly #tokens: number[] = [];
  #finishReason: FinishReason | undefined;
  #told = 0;

  constructor(prepared: PreparedRequest, { vocabulary, cachedTokens }: GrowingTextOptions) {
    this.prepared = prepared;
    this.#vocabulary = vocabulary;
    this.#stops = new StopFinder(prepared.request.stop);
    this.#cachedTokens = cachedTokens;
  }

  /** Position of `lastToken`. */
  get position(): number {
    return this.prepared.prompt.length + this.#tokens.length - 1;
  }

  /** The last token of prompt and text so far: what the next one is computed from. */
  get lastToken(): number {
    return this.#tokens.at(-1) ?? this.prepared.prompt.at(-1)!;
  }

  get isFinished(): boolean {
    return this.#finishReason !== undefined;
  }

  /** Takes the next token, and ends the text if it is the last one. */
  advance(token: number): void {
    this.#tokens.push(token);
    if (this.#stops.add(this.#vocabulary.piece(token, { special: true }))) this.#finishReason = 'stop';
    else if (this.#vocabulary.isEnd(token)) this.#finishReason = 'end';
    else if (this.#tokens.length >= this.prepared.maxTokens) this.#finishReason = 'length';
  }

  /** Text that has become certain since this was last asked for. */
  takeDelta(): string {
    const text = this.isFinished ? this.#text() : this.#plainText();
    const settled = this.isFinished ? text.length : settledLength(text, this.prepared.request.stop);
    const delta = text.slice(this.#told, Math.max(this.#told, settled));
    this.#told += delta.length;
    return delta;
  }

  /** The answer of a finished text. */
  response(): Generation {
    return {
      status: 'ok',
      id: this.prepared.request.id,
      text: this.#text(),
      finishReason: this.#finishReason ?? 'length',
      promptTokens: this.prepared.prompt.length,
      cachedTokens: this.#cachedTokens,
      generatedTokens: this.#tokens.length,
    };
  }

  #text(): string {
    return cutAtStops(this.#plainText(), this.prepared.request.stop);
  }

  /** Without special tokens. */
  #plainText(): string {
    return new TextDecoder().decode(this.#vocabulary.detokenize(Int32Array.from(this.#tokens), { special: false }));
  }
}

/** What a text in the making works with. */
export interface GrowingTextOptions {
  readonly vocabulary: TextVocabulary;
  /** Prompt tokens that were taken from a held prefix. */
  readonly cachedTokens: number;
}

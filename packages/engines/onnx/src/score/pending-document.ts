import type { Score } from '@understudy/core';

/** A token sequence to be scored: context and continuation of one request. */
export interface Sequence {
  readonly id: number;
  /** The context, where an encoder reads it; what the decoder computes then begins with its start token. */
  readonly encoded?: Int32Array;
  /** Context, then continuation. */
  readonly tokens: Int32Array;
  /** Length of the context: the first scored token's place. At least 1. */
  readonly contextLength: number;
}

/** The scores of one request as they come in, token by token. */
class SequenceScores {
  readonly id: number;
  readonly #promptTokens: number;
  readonly #logProbabilities: Float32Array;
  readonly cachedTokens: number;
  #isGreedy = true;

  constructor({ id, encoded, tokens, contextLength }: Sequence, cachedTokens: number) {
    this.id = id;
    this.#promptTokens = encoded === undefined ? tokens.length : encoded.length + tokens.length - contextLength;
    this.#logProbabilities = new Float32Array(tokens.length - contextLength);
    this.cachedTokens = cachedTokens;
  }

  put(place: number, logProbability: number, isArgMax: boolean): void {
    this.#logProbabilities[place] = logProbability;
    this.#isGreedy &&= isArgMax;
  }

  /** Summed in the order of the tokens, whatever order they came in, so that the sum is always the same. */
  finish(): Score {
    return {
      status: 'ok',
      id: this.id,
      logProbability: this.#logProbabilities.reduce((sum, value) => sum + value, 0),
      isGreedy: this.#isGreedy,
      promptTokens: this.#promptTokens,
      cachedTokens: this.cachedTokens,
    };
  }
}

/** A document whose tokens are being scored. It is done when every target of every request has its score. */
export class PendingDocument {
  readonly #sequences: readonly SequenceScores[];
  #outstanding: number;

  /** @param cachedTokens of each sequence: not computed for it, but taken from a prefix or a sibling */
  constructor(sequences: readonly Sequence[], cachedTokens: readonly number[]) {
    this.#sequences = sequences.map((sequence, i) => new SequenceScores(sequence, cachedTokens[i] ?? 0));
    this.#outstanding = sequences.reduce((sum, { tokens, contextLength }) => sum + tokens.length - contextLength, 0);
  }

  get isDone(): boolean {
    return this.#outstanding === 0;
  }

  /** Takes the score of one token: `place` counts the tokens of the continuation. */
  put(sequence: number, place: number, score: { readonly logProbability: number; readonly isArgMax: boolean }): void {
    this.#sequences[sequence]?.put(place, score.logProbability, score.isArgMax);
    this.#outstanding--;
  }

  finish(): readonly Score[] {
    return this.#sequences.map((sequence) => sequence.finish());
  }
}

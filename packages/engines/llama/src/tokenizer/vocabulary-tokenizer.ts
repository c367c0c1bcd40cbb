import { setImmediate } from 'node:timers/promises';
import {
  DataError,
  type EncodedPair,
  type EncodeOptions,
  type TextPair,
  type Tokenizer,
  type TokenizerInfo,
  type Tokens,
} from '@understudy/core';
import type { Vocabulary } from '../context/vocabulary.js';
import { pythonRstripLength } from './python-whitespace.js';
import { SegmentEncoder } from './segment-encoder.js';
import { tokenizerInfo } from './tokenizer-info.js';

/** Texts encoded before the event loop gets a turn. */
const TEXTS_A_TURN = 256;

/** What a model adds to its vocabulary. */
export interface TokenizerOptions {
  /** An encoder reads the context: it is encoded by itself, with special tokens, and the continuation without. */
  readonly pairsAreApart?: boolean;
}

/** The tokenizer of a local model. Does not own the vocabulary. */
export class VocabularyTokenizer implements Tokenizer {
  readonly info: TokenizerInfo;
  readonly #vocabulary: Vocabulary;
  readonly #segments: SegmentEncoder;
  #lastContext: { readonly text: string; readonly tokens: Tokens } | undefined;

  constructor(vocabulary: Vocabulary, { pairsAreApart = false }: TokenizerOptions = {}) {
    this.#vocabulary = vocabulary;
    this.#segments = new SegmentEncoder(vocabulary);
    this.info = { ...tokenizerInfo(vocabulary), pairsAreApart };
  }

  /** As lm-evaluation-harness's `tok_encode`: no BOS is added to a text that starts with the prefix token's text. */
  encode(texts: readonly string[], options: EncodeOptions): Promise<readonly Tokens[]> {
    return inTurns(texts, (text) => this.#encode(text, options.addSpecial));
  }

  encodePairs(pairs: readonly TextPair[]): Promise<readonly EncodedPair[]> {
    return inTurns(pairs, (pair) => this.#encodePair(pair));
  }

  decode(tokens: readonly Tokens[], options: { readonly special: boolean }): Promise<readonly string[]> {
    const decoder = new TextDecoder();
    return inTurns(tokens, (sequence) => decoder.decode(this.#vocabulary.detokenize(sequence, options)));
  }

  /** Context and continuation by `_encode_pair` and `loglikelihood` of lm-evaluation-harness (`lm_eval/api/model.py`). */
  #encodePair(pair: TextPair): EncodedPair {
    const { context, continuation } = pair.context === '' ? this.#withoutContext(pair) : this.#withContext(pair);
    if (continuation.length === 0) {
      throw new DataError({
        code: 'empty-continuation',
        message: `Encoding a request: the continuation ${JSON.stringify(pair.continuation)} has no token of its own.`,
        hint: 'Check the task: each choice must add text to the prompt.',
        values: { contextEnd: pair.context.slice(-80), continuation: pair.continuation },
      });
    }
    return { context, continuation };
  }

  #withContext(pair: TextPair): EncodedPair {
    const kept = pythonRstripLength(pair.context);
    const context = this.#contextTokens(pair.context.slice(0, kept));
    if (this.info.pairsAreApart === true) {
      return { context, continuation: this.#encode(pair.context.slice(kept) + pair.continuation, false) };
    }
    const whole = this.#encode(pair.context + pair.continuation, true);
    const continuation = whole.slice(context.length);
    // The reference fails on a context of nothing but white space without BOS; the prefix token is what it means.
    return { context: context.length > 0 ? context : this.#prefix(), continuation };
  }

  /** The choices of a document come one after the other, with the same context. */
  #contextTokens(text: string): Tokens {
    if (this.#lastContext?.text !== text) this.#lastContext = { text, tokens: this.#encode(text, true) };
    return this.#lastContext.tokens;
  }

  #withoutContext(pair: TextPair): EncodedPair {
    const tokens = this.#encode(pair.continuation, false);
    return tokens[0] === this.info.prefix.id
      ? { context: tokens.slice(0, 1), continuation: tokens.slice(1) }
      : { context: this.#prefix(), continuation: tokens };
  }

  #prefix(): Tokens {
    return Int32Array.of(this.info.prefix.id);
  }

  #encode(text: string, addSpecial: boolean): Tokens {
    const special = addSpecial && !text.startsWith(this.info.prefix.text);
    if (!special) return this.#segments.encode(text);
    const { kind, addsBos, addsEos, bos, eos } = this.#vocabulary;
    // Other vocabularies have rules of their own for special tokens (CLS and SEP, say).
    if (kind !== 'spm' && kind !== 'bpe') return this.#vocabulary.tokenize(text, { addSpecial: true });
    const front = addsBos && bos !== undefined ? [bos] : [];
    const back = addsEos && eos !== undefined ? [eos] : [];
    if (front.length + back.length === 0) return this.#segments.encode(text);
    return Int32Array.from([...front, ...this.#segments.encode(text), ...back]);
  }
}

/** Maps values one by one; the event loop gets a turn now and then, because an engine serves other calls meanwhile. */
async function inTurns<T, R>(values: readonly T[], map: (value: T) => R): Promise<readonly R[]> {
  const results: R[] = [];
  for (const value of values) {
    if (results.length > 0 && results.length % TEXTS_A_TURN === 0) await setImmediate();
    results.push(map(value));
  }
  return results;
}

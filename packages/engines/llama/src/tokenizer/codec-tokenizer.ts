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
import { pythonRstripLength } from './python-whitespace.js';

/** Texts encoded before the event loop gets a turn. */
const TEXTS_A_TURN = 256;

/** Text to tokens and back, one at a time. */
export interface TextCodec {
  readonly info: TokenizerInfo;
  /** Texts of special tokens become those tokens. `addSpecial` adds BOS or EOS where the vocabulary's default is to. */
  encode(text: string, options: EncodeOptions): Tokens;
  /** `special` writes special tokens out, else they vanish. */
  decode(tokens: Tokens, options: { readonly special: boolean }): string;
}

/** A tokenizer with the conventions of lm-evaluation-harness, over whatever makes tokens of a text. */
export class CodecTokenizer implements Tokenizer {
  readonly info: TokenizerInfo;
  readonly #codec: TextCodec;
  #lastContext: { readonly text: string; readonly tokens: Tokens } | undefined;

  constructor(codec: TextCodec) {
    this.#codec = codec;
    this.info = codec.info;
  }

  /** As lm-evaluation-harness's `tok_encode`: no BOS is added to a text that starts with the prefix token's text. */
  encode(texts: readonly string[], options: EncodeOptions): Promise<readonly Tokens[]> {
    return inTurns(texts, (text) => this.#encode(text, options.addSpecial));
  }

  encodePairs(pairs: readonly TextPair[]): Promise<readonly EncodedPair[]> {
    return inTurns(pairs, (pair) => this.#encodePair(pair));
  }

  decode(tokens: readonly Tokens[], options: { readonly special: boolean }): Promise<readonly string[]> {
    return inTurns(tokens, (sequence) => this.#codec.decode(sequence, options));
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
    return this.#codec.encode(text, { addSpecial: addSpecial && !text.startsWith(this.info.prefix.text) });
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

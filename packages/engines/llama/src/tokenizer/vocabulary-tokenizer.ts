import type { TokenizerInfo, Tokens } from '@understudy/core';
import type { Vocabulary } from '../context/vocabulary.js';
import { CodecTokenizer, type TextCodec } from './codec-tokenizer.js';
import { deriveSafeCuts } from './safe-cuts.js';
import { SegmentEncoder } from './segment-encoder.js';
import { tokenizerInfo } from './tokenizer-info.js';

/** What a model adds to its vocabulary. */
export interface TokenizerOptions {
  /** An encoder reads the context: it is encoded by itself, with special tokens, and the continuation without. */
  readonly pairsAreApart?: boolean;
}

/** The tokenizer of a local model. Does not own the vocabulary. */
export class VocabularyTokenizer extends CodecTokenizer {
  constructor(vocabulary: Vocabulary, { pairsAreApart = false }: TokenizerOptions = {}) {
    super(new VocabularyCodec(vocabulary, { ...tokenizerInfo(vocabulary), pairsAreApart }));
  }
}

/** Remembers the tokens of a vocabulary's segments. */
export function segmentEncoder(vocabulary: Vocabulary): SegmentEncoder {
  return new SegmentEncoder({
    tokenize: (segment) => vocabulary.tokenize(segment, { addSpecial: false }),
    safeCuts: () => deriveSafeCuts(vocabulary),
  });
}

class VocabularyCodec implements TextCodec {
  readonly info: TokenizerInfo;
  readonly #vocabulary: Vocabulary;
  readonly #segments: SegmentEncoder;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(vocabulary: Vocabulary, info: TokenizerInfo) {
    this.info = info;
    this.#vocabulary = vocabulary;
    this.#segments = segmentEncoder(vocabulary);
  }

  encode(text: string, { addSpecial }: { readonly addSpecial: boolean }): Tokens {
    if (!addSpecial) return this.#segments.encode(text);
    const { kind, addsBos, addsEos, bos, eos } = this.#vocabulary;
    // Other vocabularies have rules of their own for special tokens (CLS and SEP, say).
    if (kind !== 'spm' && kind !== 'bpe') return this.#vocabulary.tokenize(text, { addSpecial: true });
    const front = addsBos && bos !== undefined ? [bos] : [];
    const back = addsEos && eos !== undefined ? [eos] : [];
    if (front.length + back.length === 0) return this.#segments.encode(text);
    return Int32Array.from([...front, ...this.#segments.encode(text), ...back]);
  }

  decode(tokens: Tokens, options: { readonly special: boolean }): string {
    return this.#decoder.decode(this.#vocabulary.detokenize(tokens, options));
  }
}

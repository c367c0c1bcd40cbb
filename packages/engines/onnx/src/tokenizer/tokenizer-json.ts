import { join } from 'node:path';
import { Tokenizer as JsonTokenizer } from '@huggingface/tokenizers';
import { readChatTemplate, readJson, readOptional } from '@understudy/checkpoint';
import { DataError, type SpecialToken, type TokenizerInfo, type Tokens } from '@understudy/core';
import { CodecTokenizer, SegmentEncoder, type TextCodec, type TextVocabulary } from '@understudy/engine-llama';
import { jsonCuts } from './json-cuts.js';
import { readSpecialTokens } from './special-tokens.js';
import type { TextParts } from './text-parts.js';
import { withUnicodeClasses } from './unicode-classes.js';
import { tokenBytes, type TokenWriting } from './token-bytes.js';

/**
 * Opens the tokenizer of a checkpoint's `tokenizer.json`. Throws `DataError` `tokenizer-json` when it cannot be read,
 * `vocabulary-without-prefix` when it has neither BOS nor EOS.
 */
export function openTokenizerJson(folder: string): TextParts {
  const path = join(folder, 'tokenizer.json');
  const config = readOptional(join(folder, 'tokenizer_config.json'));
  const json = readJson(path);
  const codec = openCodec(path, () => {
    if (typeof json !== 'object' || json === null) throw new TypeError('it is no JSON object');
    return new JsonCodec(new JsonTokenizer(withUnicodeClasses(json), config), {
      folder,
      json,
      cleansUp: config['clean_up_tokenization_spaces'] === true,
    });
  });
  return { tokenizer: new CodecTokenizer(codec), vocabulary: codec, [Symbol.dispose]: () => undefined };
}

function openCodec(path: string, open: () => JsonCodec): JsonCodec {
  try {
    return open();
  } catch (cause) {
    if (cause instanceof DataError) throw cause;
    throw new DataError({
      code: 'tokenizer-json',
      message: `Opening the tokenizer ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: 'Save it again with transformers (save_pretrained), or make a GGUF of the checkpoint.',
      values: { path },
      cause,
    });
  }
}

interface CodecOptions {
  readonly folder: string;
  readonly json: object;
  /** Spaces before punctuation are taken out of decoded texts. */
  readonly cleansUp: boolean;
}

/** The tokenizer of transformers.js behind our own doors. */
class JsonCodec implements TextCodec, TextVocabulary {
  readonly info: TokenizerInfo;
  readonly #tokenizer: JsonTokenizer;
  readonly #cleansUp: boolean;
  readonly #writing: TokenWriting;
  readonly #endIds: ReadonlySet<number>;
  readonly #segments: SegmentEncoder;
  readonly #around: SpecialAround;

  constructor(tokenizer: JsonTokenizer, { folder, json, cleansUp }: CodecOptions) {
    const { bos, eos, endIds } = readSpecialTokens(folder);
    this.#tokenizer = tokenizer;
    this.#cleansUp = cleansUp;
    this.#segments = new SegmentEncoder({
      tokenize: (segment) => Int32Array.from(tokenizer.encode(segment, { add_special_tokens: false }).ids),
      safeCuts: () => jsonCuts(json),
    });
    this.#around = specialAround(tokenizer);
    this.#writing = JSON.stringify('decoder' in json ? json.decoder : null).includes('"ByteLevel"')
      ? 'byte-level'
      : 'sentencepiece';
    this.info = this.#describe({ bos: this.#special(bos), eos: this.#special(eos) }, readChatTemplate(folder));
    this.#endIds = new Set([...endIds, ...(this.info.eos === undefined ? [] : [this.info.eos.id])]);
  }

  encode(text: string, { addSpecial }: { readonly addSpecial: boolean }): Tokens {
    // What has no place in UTF-8 becomes U+FFFD, as in every other tokenizer.
    const wellFormed = Buffer.from(text).toString();
    const tokens = this.#segments.encode(wellFormed);
    const { front, back } = this.#around;
    return addSpecial && front.length + back.length > 0 ? Int32Array.from([...front, ...tokens, ...back]) : tokens;
  }

  decode(tokens: Tokens, { special }: { readonly special: boolean }): string {
    if (tokens.length === 0) return '';
    return this.#tokenizer.decode([...tokens], {
      skip_special_tokens: !special,
      clean_up_tokenization_spaces: this.#cleansUp,
    });
  }

  detokenize(tokens: Tokens, options: { readonly special: boolean }): Uint8Array {
    return Buffer.from(this.decode(tokens, options));
  }

  piece(token: number, { special }: { readonly special: boolean }): Uint8Array {
    const added = this.#tokenizer.get_added_tokens_decoder().get(token);
    if (added !== undefined) return Buffer.from(added.special && !special ? '' : added.content);
    return tokenBytes(this.#tokenizer.id_to_token(token) ?? '', this.#writing);
  }

  isEnd(token: number): boolean {
    return this.#endIds.has(token);
  }

  #describe(tokens: Pick<TokenizerInfo, 'bos' | 'eos'>, chatTemplate: string | undefined): TokenizerInfo {
    const { bos, eos } = tokens;
    const prefix = bos ?? eos;
    if (prefix === undefined) {
      throw new DataError({
        code: 'vocabulary-without-prefix',
        message:
          'Reading tokenizer_config.json: it names neither a BOS nor an EOS token of the vocabulary, so that an empty context cannot be scored.',
        hint: 'Save the tokenizer again with its special tokens.',
      });
    }
    return {
      vocabularySize: this.#tokenizer.get_vocab().size,
      bos,
      eos,
      addsBos: bos !== undefined && specialAround(this.#tokenizer).front[0] === bos.id,
      prefix,
      chatTemplate,
    };
  }

  #special(text: string | undefined): SpecialToken | undefined {
    const id = text === undefined ? undefined : this.#tokenizer.token_to_id(text);
    return text === undefined || id === undefined ? undefined : { id, text };
  }
}

/** What stands before and behind each text that is encoded with special tokens. */
interface SpecialAround {
  readonly front: readonly number[];
  readonly back: readonly number[];
}

/** Any text shows it: a post-processor's template does not depend on the text. */
function specialAround(tokenizer: JsonTokenizer): SpecialAround {
  const plain: readonly number[] = tokenizer.encode('a', { add_special_tokens: false }).ids;
  const whole: readonly number[] = tokenizer.encode('a', { add_special_tokens: true }).ids;
  const start = whole.findIndex((_, at) => plain.every((token, i) => whole[at + i] === token));
  return { front: whole.slice(0, start), back: whole.slice(start + plain.length) };
}

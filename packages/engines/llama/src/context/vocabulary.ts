import { isUtf8 } from 'node:buffer';
import { native } from '../binding/native.js';
import type { Pointer } from '../binding/pointer.js';
import type { NativeHandle } from './native-handle.js';

/** `llama_vocab_type`, by the algorithms that matter here. */
const VOCABULARY_KINDS = ['none', 'spm', 'bpe', 'wpm', 'ugm', 'rwkv', 'plamo2', 'test'] as const;
export type VocabularyKind = (typeof VOCABULARY_KINDS)[number];

/** Flags of `llama_token_attr`. */
const UNKNOWN = 1;
const CONTROL = 8;
const USER_DEFINED = 16;
const STRIPS = 128 | 256;

/** A token whose bytes are not whole characters. */
export interface TextFragment {
  readonly token: number;
  readonly bytes: Uint8Array;
}

/**
 * A model's vocabulary: text to tokens and back, as llama.cpp does it. Belongs to a model, or to a file opened for its
 * vocabulary alone; disposing frees it in the latter case only.
 */
export class Vocabulary implements Disposable {
  readonly #model: NativeHandle;
  readonly #owned: boolean;
  readonly #pointer: Pointer;
  readonly #llama = native().llama;
  #tokens = new Int32Array(1024);
  #bytes = new Uint8Array(4096);
  #ends: readonly number[] | undefined;
  #hidden: readonly number[] | undefined;
  #fragments: readonly TextFragment[] | undefined;

  readonly size: number;
  readonly kind: VocabularyKind;
  /** Token ids, or undefined where the vocabulary has none. */
  readonly bos: number | undefined;
  readonly eos: number | undefined;
  readonly addsBos: boolean;
  readonly addsEos: boolean;

  /** `owned` is true when the model was loaded for this vocabulary. */
  constructor(model: NativeHandle, { owned }: { readonly owned: boolean }) {
    this.#model = model;
    this.#owned = owned;
    this.#pointer = this.#llama.llama_model_get_vocab(model.pointer);
    this.size = this.#llama.llama_vocab_n_tokens(this.#pointer);
    this.kind = VOCABULARY_KINDS[this.#llama.llama_vocab_type(this.#pointer)] ?? 'none';
    this.bos = known(this.#llama.llama_vocab_bos(this.#pointer));
    this.eos = known(this.#llama.llama_vocab_eos(this.#pointer));
    this.addsBos = this.bos !== undefined && this.#llama.llama_vocab_get_add_bos(this.#pointer);
    this.addsEos = this.eos !== undefined && this.#llama.llama_vocab_get_add_eos(this.#pointer);
  }

  /** A single value of the GGUF's metadata, as text; undefined when absent or a list. */
  metadata(key: string): string | undefined {
    for (;;) {
      const length = this.#llama.llama_model_meta_val_str(this.#model.pointer, key, this.#bytes, this.#bytes.length);
      if (length < 0) return undefined;
      if (length < this.#bytes.length) return decodeUtf8(this.#bytes.subarray(0, length));
      this.#bytes = new Uint8Array(length + 1);
    }
  }

  /** The chat template (Jinja) of the file. */
  get chatTemplate(): string | undefined {
    return this.#llama.llama_model_chat_template(this.#model.pointer, null) ?? undefined;
  }

  /**
   * Text to tokens. Texts of special tokens become those tokens. `addSpecial` adds BOS or EOS where the vocabulary's
   * default is to. Lone surrogates become U+FFFD, as in any UTF-8 encoding of a JavaScript string.
   */
  tokenize(text: string, { addSpecial }: { readonly addSpecial: boolean }): Int32Array {
    const bytes = Buffer.from(text, 'utf8');
    for (;;) {
      const room = this.#tokens;
      const count = this.#llama.llama_tokenize(this.#alive, bytes, bytes.length, room, room.length, addSpecial, true);
      if (count >= 0) return room.slice(0, count);
      this.#tokens = new Int32Array(-count);
    }
  }

  /** Tokens to UTF-8, which may end or begin inside a character. `special` writes special tokens out, else they vanish. */
  detokenize(tokens: Int32Array, { special }: { readonly special: boolean }): Uint8Array {
    for (;;) {
      const room = this.#bytes;
      const length = this.#llama.llama_detokenize(
        this.#alive,
        tokens,
        tokens.length,
        room,
        room.length,
        false,
        special,
      );
      if (length >= 0) return room.slice(0, length);
      this.#bytes = new Uint8Array(-length);
    }
  }

  /** The bytes of one token. */
  piece(token: number, { special }: { readonly special: boolean }): Uint8Array {
    for (;;) {
      const room = this.#bytes;
      const length = this.#llama.llama_token_to_piece(this.#alive, token, room, room.length, 0, special);
      if (length >= 0) return room.slice(0, length);
      this.#bytes = new Uint8Array(-length);
    }
  }

  /** The token's text as the file has it: byte-level or with U+2581 for a space, by kind. */
  rawText(token: number): string {
    return this.#llama.llama_vocab_get_text(this.#alive, token);
  }

  /** True for tokens that are found in the text before anything else: control, user-defined and unknown ones. */
  isPartition(token: number): boolean {
    return (this.#llama.llama_vocab_get_attr(this.#alive, token) & (UNKNOWN | CONTROL | USER_DEFINED)) !== 0;
  }

  /** True for tokens that swallow white space to their left or right. */
  isStripping(token: number): boolean {
    return (this.#llama.llama_vocab_get_attr(this.#alive, token) & STRIPS) !== 0;
  }

  /** True for the tokens that end a text: EOS, end of turn and the like. */
  isEnd(token: number): boolean {
    return this.#llama.llama_vocab_is_eog(this.#alive, token);
  }

  /** All tokens that end a text. */
  get endTokens(): readonly number[] {
    return (this.#ends ??= this.#tokensThat((token) => this.isEnd(token)));
  }

  /** Tokens that vanish from a text: control and unknown ones that do not end it. */
  get hiddenTokens(): readonly number[] {
    return (this.#hidden ??= this.#tokensThat((token) => {
      const attributes = this.#llama.llama_vocab_get_attr(this.#alive, token);
      return (attributes & (UNKNOWN | CONTROL)) !== 0 && !this.isEnd(token);
    }));
  }

  /** Tokens that are parts of characters, or begin or end inside of one: single bytes mostly. */
  get fragments(): readonly TextFragment[] {
    return (this.#fragments ??= Array.from({ length: this.size }, (_, token) => ({
      token,
      bytes: this.piece(token, { special: true }),
    })).filter(({ bytes }) => !isUtf8(bytes)));
  }

  /** The native vocabulary, for grammars. */
  get pointer(): Pointer {
    return this.#alive;
  }

  #tokensThat(is: (token: number) => boolean): readonly number[] {
    return Array.from({ length: this.size }, (_, token) => token).filter((token) => is(token));
  }

  /** The vocabulary's address, checked to be alive. */
  get #alive(): Pointer {
    this.#model.assertAlive();
    return this.#pointer;
  }

  [Symbol.dispose](): void {
    if (this.#owned) this.#model[Symbol.dispose]();
  }
}

const NO_TOKEN = -1;

function known(token: number): number | undefined {
  return token === NO_TOKEN ? undefined : token;
}

function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

import type { EncodedPair, EncodeOptions, TextPair, Tokenizer, TokenizerInfo, Tokens } from '@understudy/core';

const BOS = 256;
const EOS = 257;

/** A tokenizer whose tokens are the bytes of UTF-8, with BOS 256 and EOS 257; it adds no BOS. */
export class ByteTokenizer implements Tokenizer {
  readonly info: TokenizerInfo;

  constructor(chatTemplate?: string) {
    this.info = {
      vocabularySize: 258,
      bos: { id: BOS, text: '<bos>' },
      eos: { id: EOS, text: '<eos>' },
      addsBos: false,
      prefix: { id: BOS, text: '<bos>' },
      chatTemplate,
    };
  }

  async encode(texts: readonly string[], _options: EncodeOptions): Promise<readonly Tokens[]> {
    return texts.map((text) => encodeBytes(text));
  }

  async encodePairs(pairs: readonly TextPair[]): Promise<readonly EncodedPair[]> {
    return pairs.map(({ context, continuation }) => ({
      context: context === '' ? Int32Array.of(BOS) : encodeBytes(context),
      continuation: encodeBytes(continuation),
    }));
  }

  async decode(tokens: readonly Tokens[], options: { readonly special: boolean }): Promise<readonly string[]> {
    return tokens.map((ids) => decodeBytes(ids, options.special));
  }
}

function encodeBytes(text: string): Tokens {
  return Int32Array.from(Buffer.from(text, 'utf8'));
}

/** The text of byte tokens; special ones are written out or left out. */
export function decodeBytes(tokens: Tokens, special: boolean): string {
  const names = new Map([
    [BOS, '<bos>'],
    [EOS, '<eos>'],
  ]);
  const parts = Array.from(tokens, (id) => {
    const name = names.get(id);
    return name === undefined ? Buffer.of(id) : Buffer.from(special ? name : '', 'utf8');
  });
  return Buffer.concat(parts).toString('utf8');
}

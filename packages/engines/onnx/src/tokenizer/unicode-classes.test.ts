import { Tokenizer } from '@huggingface/tokenizers';
import { describe, expect, it } from 'vitest';
import { withUnicodeClasses } from './unicode-classes.js';

const BYTE_LEVEL = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };

/** A byte-pair tokenizer whose merges show where a text was split: `!` with the first byte of U+FEFF, `٣` with `٣`. */
function tokenizerWith(...steps: readonly object[]): object {
  const tokens = ['!', 'ï', '»', '¿', 'Ù', '£', '!ï', '£Ù'];
  return {
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: 'Sequence', pretokenizers: steps },
    post_processor: null,
    decoder: BYTE_LEVEL,
    model: {
      type: 'BPE',
      unk_token: null,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges: ['! ï', '£ Ù'],
    },
  };
}

function encode(json: object, text: string): readonly number[] {
  return new Tokenizer(json, {}).encode(text).ids;
}

// Expected: what tokenizers 0.22.2 for Python makes of the same steps, vocabulary and merges.
describe('withUnicodeClasses', () => {
  it('takes U+FEFF for no white space', () => {
    const json = tokenizerWith(BYTE_LEVEL);
    expect(encode(withUnicodeClasses(json), '!\ufeff')).toEqual([6, 2, 3]);
    expect(encode(json, '!\ufeff')).toEqual([0, 1, 2, 3]); // Why it is needed.
  });

  it.each([
    { title: 'each digit of any script', individual: true, expected: [4, 5, 4, 5] },
    { title: 'no digits from each other', individual: false, expected: [4, 7, 5] },
  ])('splits $title', ({ individual, expected }) => {
    const json = tokenizerWith({ type: 'Digits', individual_digits: individual }, BYTE_LEVEL);
    expect(encode(withUnicodeClasses(json), '٣٣')).toEqual(expected);
  });

  it('leaves a tokenizer that splits in other ways alone', () => {
    const json = tokenizerWith({ type: 'Metaspace', replacement: '▁' }, { ...BYTE_LEVEL, add_prefix_space: true });
    expect(withUnicodeClasses(json)).toEqual(json);
  });
});

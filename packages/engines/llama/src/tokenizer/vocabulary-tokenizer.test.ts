import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { TextPair, TokenizerInfo } from '@understudy/core';
import { openVocabulary } from '../context/open-vocabulary.js';
import { testModel } from '../testing/test-models.js';
import { writeTinyModel } from '../testing/tiny-model.js';
import { tinyBytePairVocabulary, tinySentencePieceVocabulary } from '../testing/tiny-vocabulary.js';
import { VocabularyTokenizer, type TokenizerOptions } from './vocabulary-tokenizer.js';

const opened: Disposable[] = [];

afterAll(() => {
  for (const resource of opened.toReversed()) resource[Symbol.dispose]();
});

function tokenizerOf(file: string, options: TokenizerOptions = {}): VocabularyTokenizer {
  const vocabulary = openVocabulary({ paths: [file] });
  opened.push(vocabulary);
  return new VocabularyTokenizer(vocabulary, options);
}

function tiny(vocabulary = tinyBytePairVocabulary(), options: TokenizerOptions = {}): VocabularyTokenizer {
  const model = writeTinyModel({ vocabulary, withoutTensors: true });
  opened.push(model);
  return tokenizerOf(model.path, options);
}

/** A pair as texts of its tokens, special ones written out. */
async function split(tokenizer: VocabularyTokenizer, pair: TextPair): Promise<readonly string[]> {
  const [encoded] = await tokenizer.encodePairs([pair]);
  return tokenizer.decode([encoded!.context, encoded!.continuation], { special: true });
}

describe('encoding pairs without BOS', () => {
  const tokenizer = tiny();

  it('moves white space at the end of the context to the continuation, as Python sees white space', async () => {
    expect(await split(tokenizer, { context: 'Answer: ', continuation: 'the' })).toEqual(['Answer:', ' the']);
    expect(await split(tokenizer, { context: 'Q\n\n \u0085\u001c', continuation: ' x' })).toEqual([
      'Q',
      '\n\n \u0085\u001c x',
    ]);
    expect(await split(tokenizer, { context: 'Q\ufeff', continuation: ' x' })).toEqual(['Q\ufeff', ' x']);
  });

  it('cuts the whole at the length of the context, even inside a token', async () => {
    expect(await split(tokenizer, { context: 'x t', continuation: 'he and' })).toEqual(['x t', ' and']);
  });

  it('takes the prefix token for an empty context, or the one the continuation begins with', async () => {
    expect(await split(tokenizer, { context: '', continuation: 'the' })).toEqual(['<|im_start|>', 'the']);
    expect(await split(tokenizer, { context: '', continuation: '<|im_start|>the' })).toEqual(['<|im_start|>', 'the']);
    expect(await split(tokenizer, { context: ' \n', continuation: 'the' })).toEqual(['<|im_start|>', ' \nthe']);
  });

  it('refuses a continuation without tokens of its own', async () => {
    await expect(tokenizer.encodePairs([{ context: 'the', continuation: '' }])).rejects.toMatchObject({
      code: 'empty-continuation',
    });
    await expect(tokenizer.encodePairs([{ context: '', continuation: '<|im_start|>' }])).rejects.toMatchObject({
      code: 'empty-continuation',
    });
  });

  it('reads special tokens in texts, and replaces what is no valid text', async () => {
    const [tokens] = await tokenizer.encode(['<|im_end|>a\ud800'], { addSpecial: true });
    expect(tokens![0]).toBe(2);
    expect(await tokenizer.decode([tokens!], { special: false })).toEqual(['a\ufffd']);
    expect(await tokenizer.decode([tokens!], { special: true })).toEqual(['<|im_end|>a\ufffd']);
  });
});

describe('encoding with BOS', () => {
  const tokenizer = tiny(tinySentencePieceVocabulary());

  it('tells so', () => {
    expect(tokenizer.info).toMatchObject({
      bos: { id: 2, text: '<bos>' },
      eos: { id: 1, text: '<eos>' },
      prefix: { id: 2 },
      addsBos: true,
      chatTemplate: undefined,
    } satisfies Partial<Record<keyof TokenizerInfo, unknown>>);
  });

  it('puts BOS before a context, unless the text begins with it already', async () => {
    expect(await split(tokenizer, { context: 'the cat', continuation: ' and' })).toEqual(['<bos>the cat', ' and']);
    expect(await split(tokenizer, { context: '<bos>the cat', continuation: ' and' })).toEqual(['<bos>the cat', ' and']);
    expect(await split(tokenizer, { context: '', continuation: 'and' })).toEqual(['<bos>', 'and']);
  });

  it('leaves BOS out where no special tokens are wanted', async () => {
    const [bare, special] = [
      await tokenizer.encode(['the'], { addSpecial: false }),
      await tokenizer.encode(['the'], { addSpecial: true }),
    ];
    expect([2, ...bare[0]!]).toEqual([...special[0]!]);
  });
});

describe('encoding for an encoder', () => {
  const tokenizer = tiny(tinySentencePieceVocabulary(), { pairsAreApart: true });

  it('says that contexts and continuations are apart', () => {
    expect(tokenizer.info.pairsAreApart).toBe(true);
    expect(tiny(tinySentencePieceVocabulary()).info.pairsAreApart).toBe(false);
  });

  it('gives the context its special tokens, and the continuation none, with the spaces between them', async () => {
    expect(await split(tokenizer, { context: 'the cat ', continuation: ' and' })).toEqual(['<bos>the cat', '  and']);
    const [pair] = await tokenizer.encodePairs([{ context: 'th', continuation: 'e' }]);
    const [th, e] = await tokenizer.encode(['th', 'e'], { addSpecial: false });
    expect(pair).toEqual({ context: Int32Array.of(2, ...th!), continuation: e });
  });
});

interface ReferenceTokens {
  readonly texts: readonly string[];
  readonly ids: Readonly<Record<'smollm2' | 'gemma3', readonly (readonly number[])[]>>;
}

/** Made by fixtures/make-reference.py: transformers' tokenizers of the two models. */
const reference = JSON.parse(
  readFileSync(new URL('../../fixtures/reference-tokens.json', import.meta.url), 'utf8'),
) as ReferenceTokens;

describe.each(['smollm2', 'gemma3'] as const)('the tokenizer of %s (needs UNDERSTUDY_TEST_MODELS)', (name) => {
  const file = testModel(name);

  it.skipIf(file === undefined)('gives the ids of the reference tokenizer', async () => {
    const tokens = await tokenizerOf(file!).encode(reference.texts, { addSpecial: true });
    expect(tokens.map((ids) => [...ids])).toEqual(reference.ids[name]);
  });
});

describe('the tokenizer of smollm2 (needs UNDERSTUDY_TEST_MODELS)', () => {
  const file = testModel('smollm2');

  it.skipIf(file === undefined)('encodes pairs as the reference harness does', async () => {
    const pairs = await tokenizerOf(file!).encodePairs([
      { context: 'Answer: ', continuation: 'A' },
      { context: 'Q\n\n ', continuation: ' x' },
    ]);
    expect(pairs.map(({ context, continuation }) => [[...context], [...continuation]])).toEqual([
      [[21350, 42], [330]],
      [[65], [8866, 1792]],
    ]);
  });
});

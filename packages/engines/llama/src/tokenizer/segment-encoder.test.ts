import { assert, nat, property } from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openVocabulary } from '../context/open-vocabulary.js';
import type { Vocabulary } from '../context/vocabulary.js';
import { testModel } from '../testing/test-models.js';
import { benchmarkPrompts, hardTexts } from '../testing/texts.js';
import { writeTinyModel } from '../testing/tiny-model.js';
import { tinyBytePairVocabulary, tinySentencePieceVocabulary } from '../testing/tiny-vocabulary.js';
import { deriveSafeCuts } from './safe-cuts.js';
import type { SegmentEncoder } from './segment-encoder.js';
import { segmentEncoder } from './vocabulary-tokenizer.js';

const opened: Disposable[] = [];

afterAll(() => {
  for (const resource of opened.toReversed()) resource[Symbol.dispose]();
});

function tiny(vocabulary: ReturnType<typeof tinyBytePairVocabulary>): Vocabulary {
  const model = writeTinyModel({ vocabulary, withoutTensors: true });
  const open = openVocabulary({ paths: [model.path] });
  opened.push(model, open);
  return open;
}

function real(file: string): Vocabulary {
  const open = openVocabulary({ paths: [file] });
  opened.push(open);
  return open;
}

/** Tokens of a text in segments, and of the whole text. */
function cutAndUncut(vocabulary: Vocabulary, encoder: SegmentEncoder, text: string): readonly [number[], number[]] {
  return [[...encoder.encode(text)], [...vocabulary.tokenize(text, { addSpecial: false })]];
}

const VOCABULARIES: readonly (readonly [name: string, open: (() => Vocabulary) | undefined])[] = [
  ['a tiny byte-pair vocabulary', () => tiny(tinyBytePairVocabulary())],
  ['a tiny SentencePiece vocabulary', () => tiny(tinySentencePieceVocabulary())],
  ...(['smollm2', 'gemma3'] as const).map((name) => {
    const file = testModel(name);
    return [
      `the vocabulary of ${name} (needs UNDERSTUDY_TEST_MODELS)`,
      file === undefined ? undefined : () => real(file),
    ] as const;
  }),
];

describe.each(VOCABULARIES)('tokens of %s', (_name, open) => {
  it.skipIf(open === undefined)('are the same cut and uncut, for hard texts', () => {
    const vocabulary = open!();
    const encoder = segmentEncoder(vocabulary);
    assert(
      property(hardTexts, (text) => {
        const [cut, uncut] = cutAndUncut(vocabulary, encoder, text);
        expect(cut).toEqual(uncut);
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(open === undefined)('are the same cut and uncut, for prompts of benchmarks', () => {
    const vocabulary = open!();
    const encoder = segmentEncoder(vocabulary);
    for (const prompt of benchmarkPrompts()) {
      for (const choice of ['', ' A', ' B', ' the other thing']) {
        const [cut, uncut] = cutAndUncut(vocabulary, encoder, prompt + choice);
        expect(cut).toEqual(uncut);
      }
    }
  });

  it.skipIf(open === undefined)('are the same on both sides of every cut called safe', () => {
    const vocabulary = open!();
    const cuts = deriveSafeCuts(vocabulary);
    const tokens = (text: string): number[] => [...vocabulary.tokenize(text, { addSpecial: false })];
    let seen = 0;
    assert(
      property(hardTexts, nat(), (text, at) => {
        const position = 1 + (at % Math.max(1, text.length - 1));
        if (text.includes('\0') || position >= text.length || !cuts.isSafe(text, position)) return;
        seen += 1;
        expect([...tokens(text.slice(0, position)), ...tokens(text.slice(position))]).toEqual(tokens(text));
      }),
      { numRuns: 2000 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});

describe('safe cuts', () => {
  it('are refused where a piece of the vocabulary spans them', () => {
    const cuts = deriveSafeCuts(tiny(tinySentencePieceVocabulary()));
    expect(cuts.isSafe('a cat', 1)).toBe(true);
    expect(cuts.isSafe('end. The', 4)).toBe(false);
    expect(cuts.isSafe('x:\n', 2)).toBe(false);
    expect(cuts.isSafe('x  y', 2)).toBe(false);
  });

  it('are refused where special tokens span them or swallow white space', () => {
    const plain = tinyBytePairVocabulary();
    const tokens = plain['tokenizer.ggml.tokens'];
    if (tokens?.type !== 'array') throw new Error('The tiny vocabulary has a list of tokens.');
    const value = tokens.value.map((token) => (token === '<|endoftext|>' ? 'the end' : token));
    const cuts = deriveSafeCuts(tiny({ ...plain, 'tokenizer.ggml.tokens': { ...tokens, value } }));
    expect(cuts.isSafe('the end', 3)).toBe(false);
    expect(cuts.isSafe('and end', 3)).toBe(true);
  });

  it('are none for a pre-tokenizer that is not known to be safe, and for a vocabulary that puts a space in front', () => {
    const unknown = {
      ...tinyBytePairVocabulary(),
      'tokenizer.ggml.pre': { type: 'string', value: 'superbpe' },
    } as const;
    const spaced = {
      ...tinySentencePieceVocabulary(),
      'tokenizer.ggml.add_space_prefix': { type: 'bool', value: true },
    } as const;
    for (const vocabulary of [unknown, spaced]) expect(deriveSafeCuts(tiny(vocabulary)).isSafe('a cat', 1)).toBe(false);
  });
});

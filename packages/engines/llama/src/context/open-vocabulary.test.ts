import { expect, it } from 'vitest';
import { unpackCheckpoint } from '../testing/architecture-fixtures.js';
import { openVocabulary } from './open-vocabulary.js';

it.each(['llama', 'gptj', 'opt'])(
  'opens the vocabulary of %s, whether llama.cpp knows the architecture or not',
  (name) => {
    using checkpoint = unpackCheckpoint(name);
    using vocabulary = openVocabulary({ paths: [checkpoint.path] });
    expect(vocabulary).toMatchObject({ size: 512, kind: 'bpe', bos: 1, eos: 2, addsBos: false });
  },
);

import { describe, expect, it } from 'vitest';
import { readCatalog } from '../read-catalog.js';
import { contaminationsOf } from './contaminations-of.js';

const catalog = await readCatalog();

const findings = (id: string) => {
  const card = catalog.cardsById.get(id);
  if (card === undefined) throw new Error(`There is no card of ${id}.`);
  return contaminationsOf(card, catalog).map(({ benchmark, finding }) => `${benchmark} ${finding}`);
};

describe('contaminationsOf', () => {
  it('tells what sources say of a model', () => {
    expect(findings('gpt-4')).toEqual(
      expect.arrayContaining(['gsm8k trained', 'humaneval contaminated', 'mmlu clean']),
    );
    expect(findings('falcon-40b')).toEqual([]);
  });

  it('hands down what is in the training of a base model, and not that a base model is clean', () => {
    expect(findings('vicuna-7b-v1.5')).toEqual(['hellaswag contaminated', 'mmlu contaminated']);
    expect(findings('instructgpt-175b')).toEqual(['piqa contaminated']);
  });
});

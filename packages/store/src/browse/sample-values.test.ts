import { expect, it } from 'vitest';
import { makeSample } from '../testing/make-run.js';
import { sampleValues } from './sample-values.js';

it('has a value for each metric that is one number, under each filter', () => {
  const metrics = { exact_match: 1, pair: [1, 2], none: null, nan: Number.NaN } as const;
  const sample = makeSample(0, {
    responses: [
      { kind: 'generate', text: 'naïve 汉字 🦜' },
      { kind: 'generate', text: 'ab' },
    ],
    outcomes: [
      { filter: 'strict', metrics, filteredResponses: [] },
      { filter: 'flexible', metrics: { exact_match: 0 }, filteredResponses: [] },
    ],
  });
  expect(sampleValues(sample)).toEqual([
    { name: 'exact_match,strict', kind: 'metric', value: 1 },
    { name: 'exact_match,flexible', kind: 'metric', value: 0 },
    { name: 'characters', kind: 'characters', value: 12 },
  ]);
});

it('has nothing of a failed sample', () => {
  expect(sampleValues(makeSample(0, { failed: true }))).toEqual([]);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseModelSpec } from '../spec/parse-model-spec.js';
import { testCard, testCatalog } from '../testing/test-catalog.js';
import { readCard, readCards } from './read-cards.js';

it('every card that comes with Understudy keeps to the schema, and its sources can be fetched', async () => {
  const cards = await readCards();
  expect(cards.map((card) => card.id)).toEqual(expect.arrayContaining(['gemma-3-270m', 'smollm2-135m-instruct']));
  const sources = cards.flatMap((card) => card.weights?.sources ?? []).map(({ spec }) => parseModelSpec(spec).kind);
  expect(new Set(sources)).toEqual(new Set(['hub', 'package']));
});

it.each([
  ['an unknown field', { ...testCard(), colour: 'red' }, 'colour'],
  ['a fact without a source', { ...testCard(), developer: { value: 'x', sources: [] } }, 'developer'],
  ['another id than its file name', { ...testCard(), id: 'other' }, 'its id is other'],
])('readCard refuses a card with %s', async (_, card, problem) => {
  using catalog = testCatalog([]);
  writeFileSync(join(catalog.cardsFolder, 'tiny.yaml'), stringify(card));
  await expect(readCard('tiny', catalog.cardsFolder)).rejects.toMatchObject({
    code: 'model-card',
    message: expect.stringContaining(problem),
  });
});

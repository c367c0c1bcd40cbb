import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { testCard, testCatalog } from '../testing/test-catalog.js';
import { readCard, readCards } from './read-cards.js';

describe('readCard', () => {
  it.each([
    ['an unknown field', { ...testCard(), colour: 'red' }, 'colour'],
    ['a fact without a source', { ...testCard(), developer: { value: 'x', sources: [] } }, 'developer'],
    ['another id than its file name', { ...testCard(), id: 'other' }, 'its id is other'],
    ['another family than its folder', { ...testCard(), family: 'other' }, 'its family is other'],
    ['a size of nothing', { ...testCard(), parameters: { value: 0, basis: 'nominal', sources: ['x'] } }, 'parameters'],
  ])('refuses a card with %s', async (_, card, problem) => {
    using catalog = testCatalog([]);
    mkdirSync(join(catalog.cardsFolder, 'tiny'));
    writeFileSync(join(catalog.cardsFolder, 'tiny', 'tiny.yaml'), stringify(card));
    await expect(readCard('tiny', catalog.cardsFolder)).rejects.toMatchObject({
      code: 'model-card',
      message: expect.stringContaining(problem),
    });
  });

  it('completes a card with what its family shares; a block of its own replaces that of the family', async () => {
    const { licence, languages, ...own } = testCard();
    using catalog = testCatalog([]);
    const folder = join(catalog.cardsFolder, 'tiny');
    mkdirSync(folder);
    const shared = { licence: { ...licence, condition: 'of the family' }, languages };
    writeFileSync(join(folder, 'family.yaml'), stringify(shared));
    writeFileSync(join(folder, 'tiny.yaml'), stringify({ ...own, licence }));
    writeFileSync(join(folder, 'tinier.yaml'), stringify({ ...own, id: 'tinier' }));
    expect(await readCard('tiny', catalog.cardsFolder)).toEqual(testCard());
    expect(await readCards(catalog.cardsFolder)).toMatchObject([
      { id: 'tinier', licence: { condition: 'of the family' }, languages },
      { id: 'tiny', licence: { condition: null } },
    ]);
  });

  it('reads no other card than the one asked for', async () => {
    using catalog = testCatalog([testCard()]);
    mkdirSync(join(catalog.cardsFolder, 'broken'));
    writeFileSync(join(catalog.cardsFolder, 'broken', 'broken.yaml'), 'colour: red\n');
    expect(await readCard('tiny', catalog.cardsFolder)).toEqual(testCard());
    expect(await readCard('absent', catalog.cardsFolder)).toBeUndefined();
    await expect(readCards(catalog.cardsFolder)).rejects.toMatchObject({ code: 'model-card' });
  });
});

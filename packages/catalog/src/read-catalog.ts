import type { Catalog } from './catalog.js';
import { CARDS_FOLDER } from './card/card-files.js';
import { readExternalModels } from './card/external-models.js';
import { readCards } from './card/read-cards.js';

/** Reads the whole catalog, some 400 ms. Throws `DataError` for a file that breaks its schema. */
export async function readCatalog(folder: string = CARDS_FOLDER): Promise<Catalog> {
  const [cards, externals] = await Promise.all([readCards(folder), readExternalModels(folder)]);
  return {
    cards,
    cardsById: new Map(cards.map((card) => [card.id, card])),
    externals,
    benchmarks: [],
    claims: [],
    scores: [],
    contaminations: [],
    licences: new Map(),
  };
}

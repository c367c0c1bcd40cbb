import { join } from 'node:path';
import type { Catalog } from './catalog.js';
import { readBenchmarks } from './areas/read-benchmarks.js';
import { readExternalModels } from './card/external-models.js';
import { readFamilies } from './card/families.js';
import { readCards } from './card/read-cards.js';
import { checkCatalog } from './checks/check-catalog.js';
import { readClaims } from './claims/read-claims.js';
import { readContaminations } from './contamination/read-contaminations.js';
import { CATALOG_FOLDER } from './files/catalog-folder.js';
import { readLicences } from './licences/read-licences.js';
import { readScores } from './scores/read-scores.js';

/**
 * Reads the whole catalog. Throws `DataError` `model-card` or `catalog-file` for a file that breaks its schema, `catalog-reference` for
 * files that don't fit together.
 */
export async function readCatalog(folder: string = CATALOG_FOLDER): Promise<Catalog> {
  const cardsFolder = join(folder, 'cards');
  const [cards, externals, families, benchmarks, claims, scores, licences, contaminations] = await Promise.all([
    readCards(cardsFolder),
    readExternalModels(cardsFolder),
    readFamilies(cardsFolder),
    readBenchmarks(folder),
    readClaims(folder),
    readScores(folder),
    readLicences(folder),
    readContaminations(folder),
  ]);
  const cardsById = new Map(cards.map((card) => [card.id, card]));
  const catalog = { cards, cardsById, externals, families, benchmarks, claims, scores, contaminations, licences };
  checkCatalog(catalog);
  return catalog;
}

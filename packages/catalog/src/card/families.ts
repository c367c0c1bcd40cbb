import { join } from 'node:path';
import { z } from 'zod';
import { readCatalogFile } from '../files/read-catalog-file.js';
import { Id } from './fact.js';

const Families = z.record(Id, z.string().min(1));

/** What families of models are called, by the id that cards and external models have. */
export type Families = z.infer<typeof Families>;

/** Reads `families.yaml` of a folder of cards. Throws `DataError` `catalog-file`. */
export function readFamilies(cardsFolder: string): Promise<Families> {
  return readCatalogFile(join(cardsFolder, 'families.yaml'), Families);
}

import { join } from 'node:path';
import { z } from 'zod';
import { readCatalogFile } from '../files/read-catalog-file.js';
import { Contamination } from './contamination.js';

/** Reads `contamination.yaml`, as it stands there. Throws `DataError` `catalog-file`. */
export function readContaminations(catalogFolder: string): Promise<readonly Contamination[]> {
  return readCatalogFile(join(catalogFolder, 'contamination.yaml'), z.array(Contamination));
}

import { join } from 'node:path';
import { z } from 'zod';
import { listYamlFiles } from '../files/list-yaml-files.js';
import { readCatalogFile } from '../files/read-catalog-file.js';
import { Claim } from './claim.js';

/** Reads `claims/*.yaml`, sorted by id. Throws `DataError` `catalog-file`. */
export async function readClaims(catalogFolder: string): Promise<readonly Claim[]> {
  const paths = await listYamlFiles(join(catalogFolder, 'claims'));
  const files = await Promise.all(paths.map((path) => readCatalogFile(path, z.array(Claim))));
  return files.flat().sort((a, b) => (a.id < b.id ? -1 : 1));
}

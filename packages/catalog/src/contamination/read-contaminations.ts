import { join } from 'node:path';
import { z } from 'zod';
import { Id } from '../card/fact.js';
import { readCatalogFile } from '../files/read-catalog-file.js';
import { Contamination } from './contamination.js';

/** What one source says of several benchmarks alike stands in the file once. */
const Entry = Contamination.omit({ benchmark: true }).extend({ benchmarks: z.array(Id).min(1) });

/** Reads `contamination.yaml`, a statement a benchmark. Throws `DataError` `catalog-file`. */
export async function readContaminations(catalogFolder: string): Promise<readonly Contamination[]> {
  const entries = await readCatalogFile(join(catalogFolder, 'contamination.yaml'), z.array(Entry));
  return entries.flatMap(({ benchmarks, ...rest }) => benchmarks.map((benchmark) => ({ ...rest, benchmark })));
}

import { join } from 'node:path';
import { z } from 'zod';
import { readCatalogFile } from '../files/read-catalog-file.js';
import { Benchmark } from './area.js';

/** Reads `benchmarks.yaml`, as it stands there. Throws `DataError` `catalog-file`. */
export function readBenchmarks(catalogFolder: string): Promise<readonly Benchmark[]> {
  return readCatalogFile(join(catalogFolder, 'benchmarks.yaml'), z.array(Benchmark));
}

import { PARQUET } from './parquet/parquet-format.js';
import { CSV } from './csv/csv-format.js';
import { JSON_FORMAT } from './json/json-format.js';
import type { Format } from './table.js';

/** All formats that rows can be read from. */
export const FORMATS: readonly Format[] = [PARQUET, JSON_FORMAT, CSV];

/** The format of a file, by its name. */
export function formatOf(path: string): Format | undefined {
  const name = path.toLowerCase().replace(/\.gz$/, '');
  return FORMATS.find((format) => format.extensions.some((extension) => name.endsWith(extension)));
}

import { DataError } from '@understudy/core';
import { z } from 'zod';
import { readYaml } from './read-yaml.js';

/**
 * Reads one YAML file of the catalog. Throws `DataError` `catalog-file` for one that is no YAML or breaks its
 * schema.
 */
export async function readCatalogFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(await readYaml(path, catalogFileError));
  if (!parsed.success) throw catalogFileError(path, z.prettifyError(parsed.error));
  return parsed.data;
}

/** A file of the catalog that can't be used. */
export function catalogFileError(path: string, problem: string): DataError {
  return new DataError({
    code: 'catalog-file',
    message: `The file of the catalog ${path} can't be used: ${problem}`,
    hint: 'Mend the file; the schemas in `packages/catalog/src` describe its fields.',
    values: { path },
  });
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CATALOG_FOLDER } from './catalog-folder.js';

/** What YAML files say, as JSON, by the SHA-256 of their bytes. */
export type ParsedFiles = Readonly<Record<string, unknown>>;

/** Where the build writes what the catalog's files say: reading JSON takes a hundredth of the time that reading YAML does. */
export const PARSED_FILE = join(CATALOG_FOLDER, 'dist', 'parsed.json');

/** SHA-256, hexadecimal. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads `PARSED_FILE`; nothing where the build has not written it, or not to its end. A file of which it knows nothing is read as YAML. */
export async function readParsedFiles(path: string = PARSED_FILE): Promise<ParsedFiles> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ParsedFiles; // The build's own file.
  } catch {
    return {};
  }
}

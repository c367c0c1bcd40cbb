import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { CATALOG_FOLDER } from './catalog-folder.js';
import { contentHash, PARSED_FILE, type ParsedFiles } from './parsed-files.js';

/** A step of the build: writes what all YAML files of a catalog say. What JSON cannot say is left out, and is read as YAML. */
export async function writeParsedFiles(folder: string = CATALOG_FOLDER, path: string = PARSED_FILE): Promise<void> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => {
    return name.endsWith('.yaml') && !['dist', 'node_modules'].includes(name.split(sep)[0] ?? '');
  });
  const parsed: Record<string, unknown> = {};
  for (const name of names.sort()) {
    const bytes = await readFile(join(folder, name));
    const value: unknown = parse(bytes.toString('utf8'));
    if (isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)) parsed[contentHash(bytes)] = value;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, JSON.stringify(parsed satisfies ParsedFiles));
  await rename(`${path}.part`, path);
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The YAML files of a folder, sorted by name. */
export async function listYamlFiles(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => join(folder, name));
}

import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { partNames } from '../spec/model-folder.js';

/** A model whose files are below `<home>/models`. */
export interface LocalModel {
  /** What names it on the command line. */
  readonly spec: string;
  readonly paths: readonly [string, ...string[]];
  readonly sizeBytes: number;
}

/** All models that have been fetched, whole ones only, sorted by spec. */
export async function localModels(home: string): Promise<readonly LocalModel[]> {
  const folder = join(home, 'models');
  const names = await readdir(folder, { recursive: true }).catch(() => []); // No folder: nothing was fetched yet.
  const files = new Set(names.map((name) => name.split(sep).join('/')).filter((name) => name.endsWith('.gguf')));
  const models: LocalModel[] = [];
  for (const file of files) {
    const spec = specOf(file);
    const [first, ...rest] = partNames(file);
    if (spec !== undefined && file === first && rest.every((part) => files.has(part))) {
      const paths: readonly [string, ...string[]] = [join(folder, first), ...rest.map((part) => join(folder, part))];
      const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
      models.push({ spec, paths, sizeBytes: sizes.reduce((sum, size) => sum + size, 0) });
    }
  }
  return models.sort((a, b) => a.spec.localeCompare(b.spec, 'en'));
}

/** The spec of a file, from its path below `<home>/models`. */
function specOf(file: string): string | undefined {
  const [source, ...parts] = file.split('/');
  switch (source) {
    case 'catalog':
      return parts[0];
    case 'hf': {
      const [owner, name, commit, ...path] = parts;
      return `hf:${owner}/${name}/${path.join('/')}@${commit}`;
    }
    case 'pypi': {
      const [name, version, path] = parts;
      return `pypi:${name}${version === 'latest' ? '' : `==${version}`}/${path}`;
    }
    default:
      return undefined;
  }
}

/** True for a path inside `<home>/models`. */
export function isInModels(path: string, home: string): boolean {
  const inside = relative(join(home, 'models'), path);
  return inside !== '' && !inside.startsWith('..');
}

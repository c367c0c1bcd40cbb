import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { findShards } from '@understudy/checkpoint';
import { UnderstudyError } from '@understudy/core';
import { partNames } from '../spec/model-folder.js';

/** The configuration of a fetched checkpoint: `hf/<owner>/<repo>/<commit>/config.json`. */
const CHECKPOINT = /^hf\/([^/]+)\/([^/]+)\/([^/]+)\/config\.json$/;

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
  const all = names.map((name) => name.split(sep).join('/'));
  const files = new Set(all.filter((name) => name.endsWith('.gguf')));
  const models: LocalModel[] = [];
  for (const file of files) {
    const spec = specOf(file);
    const [first, ...rest] = partNames(file);
    if (spec !== undefined && file === first && rest.every((part) => files.has(part))) {
      const paths: readonly [string, ...string[]] = [join(folder, first), ...rest.map((part) => join(folder, part))];
      models.push({ spec, paths, sizeBytes: await totalSize(paths) });
    }
  }
  for (const name of all) {
    const [, owner, repo, commit] = CHECKPOINT.exec(name) ?? [];
    const paths = commit === undefined ? undefined : wholeShards(dirname(join(folder, name)));
    if (paths !== undefined) {
      models.push({ spec: `hf:${owner}/${repo}@${commit}`, paths, sizeBytes: await totalSize(paths) });
    }
  }
  return models.sort((a, b) => a.spec.localeCompare(b.spec, 'en'));
}

/** The files of weights of a checkpoint that was fetched as a whole. */
function wholeShards(folder: string): LocalModel['paths'] | undefined {
  try {
    return findShards(folder);
  } catch (error) {
    if (UnderstudyError.isInstance(error)) return undefined; // It is still being fetched, or has other weights.
    throw error;
  }
}

async function totalSize(paths: LocalModel['paths']): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
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

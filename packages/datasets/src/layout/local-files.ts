import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { UserError } from '@understudy/core';
import type { SplitPatterns } from './default-patterns.js';
import { folderSource } from './file-source.js';
import type { SplitFiles } from './list-splits.js';
import { matchPaths } from './match-paths.js';

/** The files that `data_files` names on disk, relative to `baseFolder`. Throws `UserError` `data-file-missing`. */
export async function localFiles(splits: readonly SplitPatterns[], baseFolder: string): Promise<readonly SplitFiles[]> {
  return Promise.all(
    splits.map(async ({ split, patterns }) => {
      const paths = (await Promise.all(patterns.map((pattern) => expand(pattern, baseFolder)))).flat();
      return { split, paths, source: { label: baseFolder, paths, open: (path: string) => Promise.resolve(path) } };
    }),
  );
}

async function expand(pattern: string, baseFolder: string): Promise<readonly string[]> {
  const absolute = isAbsolute(pattern) ? pattern : resolve(baseFolder, pattern);
  if (existsSync(absolute)) {
    return [absolute];
  }
  const parts = absolute.split('/');
  const firstMagic = parts.findIndex((part) => /[*?[]/.test(part));
  const folder = firstMagic > 0 ? parts.slice(0, firstMagic).join('/') || '/' : dirname(absolute);
  if (firstMagic > 0 && existsSync(folder)) {
    const source = await folderSource(folder);
    const found = matchPaths(parts.slice(firstMagic).join('/'), source.paths);
    if (found.length > 0) {
      return found.map((path) => join(folder, path));
    }
  }
  throw new UserError({
    code: 'data-file-missing',
    message: `There is no file ${absolute} (dataset_kwargs.data_files: ${pattern}).`,
    hint: 'Paths are relative to the folder of the task file.',
    values: { path: absolute },
  });
}

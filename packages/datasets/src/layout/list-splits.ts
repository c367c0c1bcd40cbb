import { DataError } from '@understudy/core';
import { formatOf } from '../formats/formats.js';
import type { CardConfig } from './card.js';
import { defaultPatterns, type SplitPatterns } from './default-patterns.js';
import type { FileSource } from './file-source.js';
import { matchPaths } from './match-paths.js';

/** The files of a split, in order. */
export interface SplitFiles {
  readonly split: string;
  readonly source: FileSource;
  readonly paths: readonly string[];
}

/** The splits of a configuration and the files of each. Throws `DataError` `dataset-empty` when there are no files to read. */
export function listSplits(source: FileSource, config: Pick<CardConfig, 'splits' | 'folder'>): readonly SplitFiles[] {
  const folder = config.folder?.replace(/^\.?\/|\/$/g, '') ?? '';
  const prefix = folder === '' ? '' : `${folder}/`;
  const inside = source.paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  const readable = inside.filter((path) => formatOf(path) !== undefined);
  const splits = config.splits ?? (readable.length > 0 ? defaultPatterns(readable) : []);
  if (splits.length === 0) {
    throw emptyError(source, 'it holds no parquet, JSON or CSV files');
  }
  return splits.map((split) => ({ split: split.split, source, paths: findFiles(source, split, { readable, prefix }) }));
}

function findFiles(
  source: FileSource,
  { split, patterns }: SplitPatterns,
  { readable, prefix }: { readonly readable: readonly string[]; readonly prefix: string },
): readonly string[] {
  const found = patterns.flatMap((pattern) => matchPaths(pattern, readable));
  if (found.length === 0) {
    throw emptyError(source, `no readable file matches ${patterns.join(', ')} (split ${split})`);
  }
  return [...new Set(found)].map((path) => prefix + path);
}

function emptyError(source: FileSource, problem: string): DataError {
  return new DataError({
    code: 'dataset-empty',
    message: `Could not find the rows of the data set ${source.label}: ${problem}.`,
    hint: 'Name the files with dataset_kwargs.data_files; data sets that need a Python loading script have to be converted first.',
    values: { dataset: source.label },
  });
}

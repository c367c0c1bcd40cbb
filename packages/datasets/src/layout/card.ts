import { readFile } from 'node:fs/promises';
import { DataError } from '@understudy/core';
import { parse } from 'yaml';
import { z } from 'zod';
import { columnsFromCard } from '../features/from-card.js';
import type { Column } from '../features/feature.js';
import type { SplitPatterns } from './default-patterns.js';
import type { FileSource } from './file-source.js';

const Paths = z.union([z.string().transform((path) => [path]), z.array(z.string())]);
const DataFiles = z.union([
  Paths.transform((patterns) => [{ split: 'train', patterns }]),
  z.array(z.object({ split: z.string(), path: Paths }).transform(({ split, path }) => ({ split, patterns: path }))),
]);
const Config = z.looseObject({
  config_name: z.coerce.string(),
  data_files: DataFiles.optional(),
  data_dir: z.string().optional(),
  default: z.boolean().optional(),
  features: z.array(z.unknown()).optional(),
});
const Info = z.looseObject({ config_name: z.coerce.string().optional(), features: z.array(z.unknown()).optional() });
const Card = z.looseObject({
  configs: z.array(Config).optional(),
  dataset_info: z.union([Info.transform((info) => [info]), z.array(Info)]).optional(),
});

/** A configuration of a data set, as its card lists it. */
export interface CardConfig {
  readonly name: string;
  readonly isDefault: boolean;
  /** Undefined: by the names of the files. */
  readonly splits: readonly SplitPatterns[] | undefined;
  /** Folder the patterns are relative to. */
  readonly folder: string | undefined;
  /** Declared types; they decide column order and how values are read. */
  readonly columns: readonly Column[] | undefined;
  /** Options of the file reader, e.g. `sep`. */
  readonly readerOptions: Readonly<Record<string, unknown>>;
}

/**
 * Reads the `configs:` and `dataset_info:` blocks of a data set's README.md. Empty when there is none. Throws `DataError`
 * `dataset-card` when the blocks are not what the hub's documentation describes.
 */
export async function readCard(source: FileSource): Promise<readonly CardConfig[]> {
  if (!source.paths.includes('README.md')) {
    return [];
  }
  const path = await source.open('README.md');
  const frontMatter = /^\uFEFF?---\r?\n(?<yaml>.*?)\r?\n---\s*(\r?\n|$)/s.exec(await readFile(path, 'utf8'))?.groups?.[
    'yaml'
  ];
  if (frontMatter === undefined) {
    return [];
  }
  if (lastCard?.yaml !== frontMatter) {
    lastCard = { yaml: frontMatter, configs: parseCard(frontMatter, source.label) };
  }
  return lastCard.configs;
}

/** The configurations of a data set are mostly opened one after the other (57 for mmlu), and cards with many are slow to parse. */
let lastCard: { readonly yaml: string; readonly configs: readonly CardConfig[] } | undefined;

function parseCard(yaml: string, label: string): readonly CardConfig[] {
  const card = Card.safeParse(parseYaml(yaml, label) ?? {});
  if (!card.success) {
    throw cardError(label, z.prettifyError(card.error));
  }
  const { configs = [], dataset_info: infos = [] } = card.data;
  const declared = new Map(infos.map((info) => [info.config_name ?? 'default', info.features]));
  return configs.map(({ config_name: name, data_files, data_dir, default: isDefault, features, ...readerOptions }) => ({
    name,
    isDefault: configs.length === 1 || name === 'default' || isDefault === true,
    splits: data_files,
    folder: data_dir,
    columns: declaredColumns(features ?? declared.get(name)),
    readerOptions,
  }));
}

function parseYaml(yaml: string, label: string): unknown {
  try {
    return parse(yaml, { logLevel: 'error' });
  } catch (error) {
    throw cardError(label, error instanceof Error ? error.message : String(error));
  }
}

function cardError(label: string, problem: string): DataError {
  return new DataError({
    code: 'dataset-card',
    message: `The README.md of the data set ${label} has a head that can't be understood: ${problem}`,
    hint: 'Name the files with dataset_kwargs.data_files, or choose another revision of the data set.',
    values: { dataset: label },
  });
}

function declaredColumns(features: readonly unknown[] | undefined): readonly Column[] | undefined {
  return features === undefined || features.length === 0 ? undefined : columnsFromCard(features);
}

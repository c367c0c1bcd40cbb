import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '@understudy/core';
import { openSnapshot, openTransfer } from '@understudy/hub';
import { readArguments, readerOptions, type DatasetRequest, type LoaderArguments } from './dataset-request.js';
import type { Dataset } from './dataset.js';
import { formatOf, FORMATS } from './formats/formats.js';
import { readCard } from './layout/card.js';
import { chooseConfig } from './layout/choose-config.js';
import { folderSource, hubSource, type FileSource } from './layout/file-source.js';
import { listSplits, type SplitFiles } from './layout/list-splits.js';
import { localFiles } from './layout/local-files.js';
import { SplitTables, type SplitReading } from './split-tables.js';

/** Repositories whose old names, without an owner, are still in use: lm-evaluation-harness 0.4.12 says `medmcqa`. */
const OLD_NAMES: Readonly<Record<string, string>> = { medmcqa: 'openlifescienceai/medmcqa' };

/**
 * Opens a data set by the hub's own layout: the configurations its card lists, else the names of its files. Rows and types are those
 * that Python's `datasets` gives, with two exceptions: types are found per split, not for all splits in the first one; and inside of
 * mixed JSON columns (`json`) a whole float is not told from an integer. Everything fetched stays on disk, and is used without a network.
 *
 * Throws `UserError` (`dataset-config`, `dataset-split`, `dataset-kwargs`, `data-file-missing`), `DataError` (`dataset-card`,
 * `dataset-empty`, `parquet-malformed`, `json-malformed`, `csv-malformed`, `columns-differ`), and what fetching throws.
 */
export async function openDataset(request: DatasetRequest): Promise<Dataset> {
  const loader = readArguments(request);
  const baseFolder = request.baseFolder ?? process.cwd();
  const format = FORMATS.find((candidate) => candidate.name === request.path);
  if (format !== undefined && loader.splits !== undefined) {
    const files = await localFiles(loader.splits, resolve(baseFolder, loader.folder ?? ''));
    return assemble(request.path, { config: 'default', files, format, reader: loader.reader });
  }
  const local = await localFolder(request.path, baseFolder);
  if (local !== undefined) {
    return assemble(request.path, await readLayout(local, loader));
  }
  const transfer = openTransfer(request);
  const name = OLD_NAMES[request.path] ?? request.path;
  const snapshot = await openSnapshot({ type: 'dataset', name }, loader.revision, transfer);
  const layout = await readLayout(hubSource(snapshot, transfer), loader);
  return assemble(request.path, { ...layout, commit: snapshot.commit });
}

/** The folder a path stands for, if there is one. A name like `drop` is taken for a folder only when there are data files in it. */
async function localFolder(path: string, baseFolder: string): Promise<FileSource | undefined> {
  const folder = resolve(baseFolder, path);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    return undefined;
  }
  const source = await folderSource(folder);
  const isMeant = /^[./~]/.test(path) || source.paths.some((file) => formatOf(file) !== undefined);
  return isMeant ? source : undefined;
}

interface Layout extends Partial<SplitReading> {
  readonly config: string;
  readonly files: readonly SplitFiles[];
  readonly commit?: string;
}

async function readLayout(source: FileSource, loader: LoaderArguments): Promise<Layout> {
  if (loader.splits !== undefined) {
    const files = listSplits(source, { splits: loader.splits, folder: loader.folder });
    return { config: loader.name ?? 'default', files, reader: loader.reader };
  }
  const config = chooseConfig(source.label, await readCard(source), loader.name);
  const files = listSplits(source, { splits: config.splits, folder: loader.folder ?? config.folder });
  return {
    config: config.name,
    files,
    columns: config.columns,
    reader: { ...readerOptions(config.readerOptions), ...defined(loader.reader) },
  };
}

function assemble(path: string, { config, files, commit, format, reader = {}, columns }: Layout): Dataset {
  const tables = new Map(files.map((split) => [split.split, new SplitTables(split, { format, reader, columns })]));
  const table = (split: string) =>
    tables.get(split) ?? missingSplit({ path, config, split, available: [...tables.keys()] });
  return {
    path,
    config,
    commit,
    splits: [...tables.keys()],
    columns: async (split) => table(split).columns(),
    count: async (split) => table(split).count(),
    rows: (split, range = {}) => table(split).rows(range),
  };
}

function missingSplit(missing: {
  readonly path: string;
  readonly config: string;
  readonly split: string;
  readonly available: readonly string[];
}): never {
  const { path, config, split, available } = missing;
  throw new UserError({
    code: 'dataset-split',
    message: `The data set ${path} (${config}) has no split ${JSON.stringify(split)}.`,
    hint: `It has: ${available.join(', ')}.`,
    values: missing,
  });
}

function defined<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>; // A subset of its keys.
}

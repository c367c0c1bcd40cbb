import { UserError } from '@understudy/core';
import type { TransferOptions } from '@understudy/hub';
import { z } from 'zod';
import type { ReaderOptions } from './formats/table.js';
import type { SplitPatterns } from './layout/default-patterns.js';

/** Paths or patterns of files: of the split `train`, or by split. */
export type DataFiles = string | readonly string[] | Readonly<Record<string, string | readonly string[]>>;

/** Which data set is wanted, in the words of a task file. */
export interface DatasetRequest extends TransferOptions {
  /** `dataset_path`: a repository on the hub, a local folder, or a format (`json`, `csv`, `parquet`) with `dataFiles`. */
  readonly path: string;
  /** `dataset_name`: the configuration. */
  readonly name?: string | undefined;
  /** `dataset_kwargs`. */
  readonly kwargs?: Readonly<Record<string, unknown>> | undefined;
  /** Instead of `kwargs.data_files`. */
  readonly dataFiles?: DataFiles | undefined;
  /** Branch, tag or commit on the hub; default `main`. */
  readonly revision?: string | undefined;
  /** Folder that local paths are relative to, e.g. that of the task file; default: the working directory. */
  readonly baseFolder?: string | undefined;
}

/** A request with its loader arguments read. */
export interface LoaderArguments {
  readonly name: string | undefined;
  readonly revision: string;
  readonly splits: readonly SplitPatterns[] | undefined;
  readonly folder: string | undefined;
  readonly reader: ReaderOptions;
}

const Paths = z.union([z.string().transform((path) => [path]), z.array(z.string())]);
const Files = z.union([
  Paths.transform((patterns) => [{ split: 'train', patterns }]),
  z.record(z.string(), Paths).transform((map) => Object.entries(map).map(([split, patterns]) => ({ split, patterns }))),
]);
/** Options of the readers; also allowed in the `configs:` block of a data set card. */
const Reader = {
  sep: z.string().optional(),
  delimiter: z.string().optional(),
  names: z.array(z.string()).optional(),
  column_names: z.array(z.string()).optional(),
  field: z.string().optional(),
};
const Kwargs = z.strictObject({
  ...Reader,
  data_files: Files.optional(),
  data_dir: z.string().optional(),
  revision: z.string().optional(),
  name: z.string().optional(),
  // These steer Python's loader only and change no row.
  trust_remote_code: z.unknown().optional(),
  cache_dir: z.unknown().optional(),
  streaming: z.unknown().optional(),
  verification_mode: z.unknown().optional(),
  num_proc: z.unknown().optional(),
});
const CardReader = z.object(Reader);

/** Reads `dataset_kwargs`. Throws `UserError` `dataset-kwargs` for arguments that are not known. */
export function readArguments(request: DatasetRequest): LoaderArguments {
  const given = { ...request.kwargs, ...(request.dataFiles === undefined ? {} : { data_files: request.dataFiles }) };
  const parsed = Kwargs.safeParse(given);
  if (!parsed.success) {
    throw new UserError({
      code: 'dataset-kwargs',
      message: `The dataset_kwargs of ${request.path} can't be used: ${z.prettifyError(parsed.error)}`,
      hint: `Known are: ${Object.keys(Kwargs.shape).join(', ')}.`,
      values: { dataset: request.path },
    });
  }
  const { data_files: splits, data_dir: folder, revision, name, ...reader } = parsed.data;
  return {
    name: request.name ?? name,
    revision: request.revision ?? revision ?? 'main',
    splits,
    folder,
    reader: readerOptions(reader),
  };
}

/** Options of the file readers from a card's configuration; others that a card may hold are left alone. */
export function readerOptions(options: Readonly<Record<string, unknown>>): ReaderOptions {
  const reader = CardReader.safeParse(options).data ?? {};
  return {
    delimiter: reader.delimiter ?? reader.sep,
    columnNames: reader.column_names ?? reader.names,
    field: reader.field,
  };
}

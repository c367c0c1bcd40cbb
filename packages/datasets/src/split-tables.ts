import { DataError } from '@understudy/core';
import type { Column, Row } from './features/feature.js';
import { formatOf } from './formats/formats.js';
import type { Format, ReaderOptions, RowRange, Table } from './formats/table.js';
import type { SplitFiles } from './layout/list-splits.js';

/** How the files of a split are to be read. */
export interface SplitReading {
  /** Overrides the file name's ending. */
  readonly format: Format | undefined;
  readonly reader: ReaderOptions;
  /** Declared types; undefined: those of the split's first file. */
  readonly columns: readonly Column[] | undefined;
}

/** The files of one split, read one after the other; each is fetched when its turn comes. */
export class SplitTables {
  readonly #files: SplitFiles;
  readonly #reading: SplitReading;
  readonly #tables = new Map<string, Promise<Table>>();

  constructor(files: SplitFiles, reading: SplitReading) {
    this.#files = files;
    this.#reading = reading;
  }

  async columns(): Promise<readonly Column[]> {
    if (this.#reading.columns !== undefined) {
      return this.#reading.columns;
    }
    const [first = ''] = this.#files.paths;
    return (await this.#table(first)).columns();
  }

  async count(): Promise<number> {
    let count = 0;
    for (const path of this.#files.paths) {
      count += await (await this.#table(path)).count();
    }
    return count;
  }

  async *rows({ start = 0, end = Infinity }: RowRange): AsyncGenerator<Row> {
    const columns = await this.columns();
    let tableStart = 0;
    for (const path of this.#files.paths) {
      if (tableStart >= end) {
        return;
      }
      const table = await this.#table(path);
      const isLast = path === this.#files.paths.at(-1);
      const rows = isLast && start <= tableStart ? Infinity : await table.count();
      if (start < tableStart + rows) {
        yield* table.rows({ start: Math.max(0, start - tableStart), end: end - tableStart }, columns);
      }
      tableStart += rows;
    }
  }

  #table(path: string): Promise<Table> {
    const known = this.#tables.get(path);
    if (known !== undefined) {
      return known;
    }
    const table = this.#openTable(path);
    this.#tables.set(path, table);
    return table;
  }

  async #openTable(path: string): Promise<Table> {
    const format = this.#reading.format ?? formatOf(path);
    if (format === undefined) {
      throw new DataError({
        code: 'data-file-format',
        message: `Could not tell the format of ${path} (split ${this.#files.split} of ${this.#files.source.label}).`,
        hint: 'Set dataset_path to json, csv or parquet.',
      });
    }
    return format.open(await this.#files.source.open(path), this.#reading.reader);
  }
}

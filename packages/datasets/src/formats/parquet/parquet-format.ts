import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import type { Column, Row } from '../../features/feature.js';
import { dataFileError } from '../data-file-error.js';
import type { Format, RowRange, Table } from '../table.js';
import { columnsFromParquet } from './parquet-columns.js';
import { readParquetValue, TIME_PARSERS } from './parquet-value.js';

/** Apache Parquet, read row group by row group; all codecs that hyparquet and its companion know. */
export const PARQUET: Format = {
  name: 'parquet',
  extensions: ['.parquet', '.geoparquet', '.gpq'],
  open: (path) => new ParquetTable(path),
};

class ParquetTable implements Table {
  readonly #path: string;
  #opened: Promise<{ readonly file: AsyncBuffer; readonly metadata: FileMetaData }> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async columns(): Promise<readonly Column[]> {
    const { metadata } = await this.#open();
    return this.#guard(() => columnsFromParquet(metadata));
  }

  async count(): Promise<number> {
    const { metadata } = await this.#open();
    return Number(metadata.num_rows);
  }

  async *rows(range: Required<RowRange>, columns: readonly Column[]): AsyncGenerator<Row> {
    const { file, metadata } = await this.#open();
    const present = new Set((await this.columns()).map((column) => column.name));
    const names = columns.map((column) => column.name).filter((name) => present.has(name));
    const end = Math.min(range.end ?? Infinity, Number(metadata.num_rows));
    let groupStart = 0;
    for (const group of metadata.row_groups) {
      const groupEnd = groupStart + Number(group.num_rows);
      const rowStart = Math.max(range.start ?? 0, groupStart);
      const rowEnd = Math.min(end, groupEnd);
      if (rowStart < rowEnd) {
        for (const row of await this.#readRows({ file, metadata, columns: names, rowStart, rowEnd })) {
          yield Object.fromEntries(columns.map(({ name, feature }) => [name, readParquetValue(row[name], feature)]));
        }
      }
      groupStart = groupEnd;
    }
  }

  async #readRows(selection: {
    readonly file: AsyncBuffer;
    readonly metadata: FileMetaData;
    readonly columns: string[];
    readonly rowStart: number;
    readonly rowEnd: number;
  }): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const [{ parquetReadObjects }, { DECOMPRESSORS: compressors }] = await Promise.all([
      import('hyparquet'),
      import('./decompressors.js'),
    ]);
    return this.#guard(() => parquetReadObjects({ ...selection, compressors, parsers: TIME_PARSERS, utf8: false }));
  }

  #open() {
    this.#opened ??= this.#guard(async () => {
      const { asyncBufferFromFile, parquetMetadataAsync } = await import('hyparquet');
      const file = await asyncBufferFromFile(this.#path);
      return { file, metadata: await parquetMetadataAsync(file) };
    });
    return this.#opened;
  }

  /** Names the file in whatever the reader throws. */
  async #guard<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      const problem = cause instanceof Error ? cause.message : String(cause);
      throw dataFileError({ code: 'parquet-malformed', path: this.#path, problem, cause });
    }
  }
}

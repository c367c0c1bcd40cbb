import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { castRow } from '../../features/cast-value.js';
import type { Column, Row } from '../../features/feature.js';
import { dataFileError } from '../data-file-error.js';
import { openStream } from '../open-stream.js';
import { countRecords, recordsBetween } from '../records.js';
import type { Format, ReaderOptions, RowRange, Table } from '../table.js';
import { columnNames } from './column-names.js';
import { csvDtype, csvValue } from './csv-value.js';

/** Comma- or tab-separated values, read as pandas reads them (which `datasets` uses). */
export const CSV: Format = {
  name: 'csv',
  extensions: ['.csv', '.tsv'],
  open: (path, options) => new CsvTable(path, options),
};

/** `datasets` finds the columns' types in the first chunk of this many rows. */
const SAMPLE_ROWS = 10_000;

interface Fields {
  readonly line: number;
  readonly fields: readonly string[];
}

class CsvTable implements Table {
  readonly #path: string;
  readonly #options: ReaderOptions;
  #columns: Promise<readonly Column[]> | undefined;
  #count: Promise<number> | undefined;

  constructor(path: string, options: ReaderOptions) {
    this.#path = path;
    this.#options = options;
  }

  columns(): Promise<readonly Column[]> {
    this.#columns ??= this.#inferColumns();
    return this.#columns;
  }

  count(): Promise<number> {
    this.#count ??= countRecords(this.#body());
    return this.#count;
  }

  async *rows(range: RowRange, columns: readonly Column[]): AsyncGenerator<Row> {
    const names = (await this.columns()).map((column) => column.name);
    const dtypes = names.map((name) => dtypeOf(columns.find((column) => column.name === name)));
    for await (const { line, fields } of recordsBetween(this.#body(), range)) {
      const values = names.map((name, i) => [name, csvValue(fields[i] ?? '', dtypes[i] ?? 'string')] as const);
      yield this.#cast(Object.fromEntries(values), columns, line);
    }
  }

  #cast(values: Parameters<typeof castRow>[0], columns: readonly Column[], line: number): Row {
    try {
      return castRow(values, columns);
    } catch (error) {
      throw error instanceof TypeError ? this.#error(error.message, line, error) : error;
    }
  }

  async #inferColumns(): Promise<readonly Column[]> {
    const names = await this.#names();
    const texts = names.map((): string[] => []);
    let rows = 0;
    for await (const { fields } of this.#body()) {
      texts.forEach((column, i) => column.push(fields[i] ?? ''));
      if (++rows === SAMPLE_ROWS) {
        break;
      }
    }
    return names.map((name, i) => ({ name, feature: { kind: 'value', dtype: csvDtype(texts[i] ?? []) } }));
  }

  async #names(): Promise<readonly string[]> {
    if (this.#options.columnNames !== undefined) {
      return this.#options.columnNames;
    }
    for await (const { fields } of this.#records()) {
      return columnNames(fields);
    }
    throw this.#error('it is empty');
  }

  /** The records after the header. */
  async *#body(): AsyncGenerator<Fields> {
    let hasHeader = this.#options.columnNames === undefined;
    const width = (await this.#names()).length;
    for await (const record of this.#records()) {
      if (hasHeader) {
        hasHeader = false;
      } else if (record.fields.length > width) {
        throw this.#error(`${record.fields.length} fields where the header has ${width}`, record.line);
      } else {
        yield record;
      }
    }
  }

  async *#records(): AsyncGenerator<Fields> {
    const delimiter = this.#options.delimiter ?? (/\.tsv(\.gz)?$/i.test(this.#path) ? '\t' : ',');
    const parser = parse({
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    try {
      for await (const { record, info } of pipeline(openStream(this.#path), parser, () => {})) {
        yield { line: info.lines, fields: record };
      }
    } catch (error) {
      throw this.#error(error instanceof Error ? error.message : String(error), undefined, error);
    }
  }

  #error(problem: string, line?: number, cause?: unknown) {
    return dataFileError({ code: 'csv-malformed', path: this.#path, line, problem, cause });
  }
}

function dtypeOf(column: Column | undefined): string {
  return column?.feature.kind === 'value'
    ? column.feature.dtype
    : column?.feature.kind === 'class-label'
      ? 'int64'
      : 'string';
}

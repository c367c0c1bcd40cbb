import { castRow } from '../../features/cast-value.js';
import type { Column, Row, Value } from '../../features/feature.js';
import { dataFileError } from '../data-file-error.js';
import { readLines, type Line } from '../read-lines.js';
import { countRecords, recordsBetween } from '../records.js';
import type { RowRange, Table } from '../table.js';
import { inferColumns } from './infer-feature.js';
import { parseJson, parseTypedJson, type TypedJson, type TypedObject } from './parse-json.js';

/** `datasets` looks at the first 10 MB of a file to find its columns. */
const SAMPLE_CHARACTERS = 10 << 20;

/** One JSON object a line; blank lines don't count. */
export class JsonLines implements Table {
  readonly #path: string;
  #columns: Promise<readonly Column[]> | undefined;
  #count: Promise<number> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  columns(): Promise<readonly Column[]> {
    this.#columns ??= this.#inferColumns();
    return this.#columns;
  }

  count(): Promise<number> {
    this.#count ??= countRecords(this.#lines());
    return this.#count;
  }

  async *rows(range: RowRange, columns: readonly Column[]): AsyncGenerator<Row> {
    const names = new Set(columns.map((column) => column.name));
    for await (const line of recordsBetween(this.#lines(), range)) yield this.#readRow(line, columns, names);
  }

  #readRow(line: Line, columns: readonly Column[], names: ReadonlySet<string>): Row {
    const value = this.#parse(line, parseJson);
    const unknown = Object.keys(value).find((name) => !names.has(name));
    if (unknown !== undefined) {
      throw this.#error(
        'columns-differ',
        line,
        `it has the column ${JSON.stringify(unknown)}, which rows before it lack`,
      );
    }
    try {
      return castRow(value, columns);
    } catch (error) {
      throw error instanceof TypeError ? this.#error('json-malformed', line, error.message, error) : error;
    }
  }

  async #inferColumns(): Promise<readonly Column[]> {
    const rows: TypedObject[] = [];
    let characters = 0;
    for await (const line of this.#lines()) {
      rows.push(this.#parse(line, parseTypedJson));
      characters += line.text.length;
      if (characters > SAMPLE_CHARACTERS) {
        break;
      }
    }
    return inferColumns(rows);
  }

  async *#lines(): AsyncGenerator<Line> {
    try {
      for await (const line of readLines(this.#path)) {
        if (line.text.trim() !== '') {
          yield line;
        }
      }
    } catch (error) {
      throw error instanceof Error && 'code' in error
        ? this.#error('json-malformed', undefined, error.message, error)
        : error;
    }
  }

  #parse<T extends Value | TypedJson>(
    line: Line,
    parse: (text: string) => T,
  ): Extract<T, { readonly [name: string]: unknown }> {
    let value: T;
    try {
      value = parse(line.text);
    } catch (error) {
      throw this.#error('json-malformed', line, error instanceof Error ? error.message : String(error), error);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw this.#error('json-malformed', line, 'the line is no JSON object');
    }
    return value as Extract<T, { readonly [name: string]: unknown }>; // The only kind of object that is left.
  }

  #error(code: string, line: Line | undefined, problem: string, cause?: unknown) {
    return dataFileError({ code, path: this.#path, line: line?.number, problem, cause });
  }
}

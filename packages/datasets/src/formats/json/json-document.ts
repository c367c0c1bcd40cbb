import { buffer } from 'node:stream/consumers';
import { castRow } from '../../features/cast-value.js';
import type { Column, Row, Value } from '../../features/feature.js';
import { dataFileError } from '../data-file-error.js';
import { openStream } from '../open-stream.js';
import type { RowRange, Table } from '../table.js';
import { inferColumns } from './infer-feature.js';
import { FloatNumber, parseJson, parseTypedJson, type TypedJson, type TypedObject } from './parse-json.js';

/**
 * A file that is one JSON value: a list of objects, a list of texts (a column `text`), or an object of equally long lists (columns).
 * `field` takes what stands under that key of the outermost object. Such a file is held in memory.
 */
export class JsonDocument implements Table {
  readonly #path: string;
  readonly #field: string | undefined;
  #text: Promise<string> | undefined;

  constructor(path: string, field: string | undefined) {
    this.#path = path;
    this.#field = field;
  }

  async columns(): Promise<readonly Column[]> {
    return inferColumns(await this.#rows<TypedJson, TypedObject>(parseTypedJson));
  }

  async count(): Promise<number> {
    return (await this.#values()).length;
  }

  async *rows({ start, end }: RowRange, columns: readonly Column[]): AsyncGenerator<Row> {
    const rows = await this.#values();
    for (const [index, row] of rows.slice(start, end).entries()) {
      try {
        yield castRow(row, columns);
      } catch (error) {
        throw error instanceof TypeError
          ? this.#error(`row ${(start ?? 0) + index + 1}: ${error.message}`, error)
          : error;
      }
    }
  }

  #values() {
    return this.#rows<Value, { readonly [name: string]: Value }>(parseJson);
  }

  async #rows<T, Object extends { readonly [name: string]: T }>(
    parse: (text: string) => T,
  ): Promise<readonly Object[]> {
    this.#text ??= this.#read();
    const text = await this.#text;
    let value: unknown;
    try {
      value = parse(text);
    } catch (error) {
      throw this.#error(error instanceof Error ? error.message : String(error), error);
    }
    const rows = toRows(
      this.#field === undefined ? value : (value as Readonly<Record<string, unknown>> | null)?.[this.#field],
    );
    if (rows === undefined) {
      throw this.#error(
        this.#field === undefined
          ? 'it is one JSON value, but not a list of rows (dataset_kwargs.field names the key that holds them)'
          : `under ${JSON.stringify(this.#field)} there is no list of rows`,
      );
    }
    return rows as readonly Object[]; // What the parser gave, regrouped.
  }

  async #read(): Promise<string> {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(await buffer(openStream(this.#path)));
    } catch (error) {
      throw this.#error(error instanceof Error ? error.message : String(error), error);
    }
  }

  #error(problem: string, cause?: unknown) {
    return dataFileError({ code: 'json-malformed', path: this.#path, problem, cause });
  }
}

function toRows(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'string')) {
      return value.map((text) => ({ text }));
    }
    return value.every(isObject) ? value : undefined;
  }
  const columns = isObject(value) ? Object.entries(value) : [];
  const [first] = columns;
  const length = Array.isArray(first?.[1]) ? first[1].length : undefined;
  if (length === undefined || !columns.every(([, column]) => Array.isArray(column) && column.length === length)) {
    return undefined;
  }
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(columns.map(([name, column]) => [name, (column as readonly unknown[])[row]])),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof FloatNumber);
}

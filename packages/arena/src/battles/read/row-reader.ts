import type { Battle } from '../battle-table-builder.js';
import { battleFileError } from '../battle-file-error.js';
import type { LeftOut } from '../battle-table.js';
import type { SourceColumns } from './source-columns.js';
import type { SourceRow } from '../../rows/source-row.js';

/** Turns the rows of a file into battles. */
export class RowReader {
  readonly #path: string;
  readonly #columns: SourceColumns;
  readonly #values: readonly string[];

  /** `values` are the columns of the file whose values are kept, in this order. */
  constructor(path: string, columns: SourceColumns, values: readonly string[]) {
    this.#path = path;
    this.#columns = columns;
    this.#values = values;
  }

  /** The battle of a row, or why it has none. Raises `DataError` for a missing column or a wrong label. */
  read(row: SourceRow): Battle | keyof LeftOut {
    const { line, fields } = row;
    const { names, outcome: outcomeOf } = this.#columns;
    const first = this.#model(row, names.model_a);
    const second = this.#model(row, names.model_b);
    const winner = this.#required(row, names.winner);
    const outcome = outcomeOf(winner);
    if (outcome === undefined) throw this.#wrongLabel(winner, line);
    if (outcome === 'none') return 'noVerdict';
    if (isFalse(fields['anony'])) return 'notBlind';
    const values = this.#values.map((name) => textOf(fields[name]));
    return { first, second, outcome, values, time: this.#time(fields[names.tstamp], line) };
  }

  #model(row: SourceRow, name: string): string {
    const text = textOf(this.#required(row, name));
    if (text !== undefined) return text;
    const [code, path, problem] = ['battle-value-wrong', this.#path, `${name} has no model`];
    throw battleFileError({ code, path, line: row.line, problem, hint: 'Each battle names both models.' });
  }

  #required({ fields, namesLine }: SourceRow, name: string): unknown {
    const value = fields[name];
    if (value !== undefined) return value;
    const found = Object.keys(fields).join(', ');
    throw battleFileError({
      code: 'battle-column-missing',
      path: this.#path,
      line: namesLine,
      problem: `there is no column ${name}`,
      hint: `It has ${found}. Name its columns with --columns model_a=…,model_b=…,winner=….`,
    });
  }

  #wrongLabel(winner: unknown, line: number): Error {
    return battleFileError({
      code: 'battle-winner-unknown',
      path: this.#path,
      line,
      problem: `${this.#columns.names.winner} is ${JSON.stringify(winner)}`,
      hint: `It has to be one of: ${this.#columns.labels.join(', ')}.`,
    });
  }

  /** A number as it is, or a date in milliseconds since 1970. */
  #time(value: unknown, line: number): number {
    const text = textOf(value);
    if (text === undefined) return Number.NaN;
    const number = Number(text);
    const time = Number.isNaN(number) ? Date.parse(text) : number;
    if (!Number.isNaN(time)) return time;
    const [code, path, problem] = ['battle-value-wrong', this.#path, `tstamp is ${JSON.stringify(value)}`];
    throw battleFileError({ code, path, line, problem, hint: 'A time is a number or an ISO 8601 date.' });
  }
}

/** FastChat marks battles whose models were known to the voter. CSV writers differ in how they write truth. */
function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.toLowerCase() === 'false');
}

/** A value as the text by which it is grouped; nothing for a missing one. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

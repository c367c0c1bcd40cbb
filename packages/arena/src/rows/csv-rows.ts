import { parse } from 'csv-parse/sync';
import { unguardFormula } from './formula-guard.js';
import { linesOf, type Line } from './lines.js';
import type { RowSource } from './row-source.js';
import type { RowBatches, SourceRow } from './source-row.js';

/** Rows of comma- or tab-separated values (RFC 4180) under a header; blank lines do not count. A tab in the header says that tabs separate. */
export async function* csvRows(chunks: AsyncIterable<string>, source: RowSource): RowBatches {
  let table: CsvTable | undefined;
  const records = new RecordJoiner();
  for await (const lines of linesOf(chunks)) {
    const rows: SourceRow[] = [];
    for (const line of lines) {
      const record = records.add(line);
      if (record === undefined || record.text.trim() === '') continue;
      if (table === undefined) table = new CsvTable(record, source);
      else rows.push(table.row(record));
    }
    yield rows;
  }
  const line = records.openLine();
  if (line !== undefined) {
    throw source.malformed({ form: 'csv', line, problem: 'a quote does not end' });
  }
}

/** Joins the lines of a record whose quoted text has line ends: it goes on while its quotes are odd in number. */
class RecordJoiner {
  readonly #texts: string[] = [];
  #number = 0;

  add(line: Line): Line | undefined {
    const isOdd = line.text.includes('"') && line.text.split('"').length % 2 === 0;
    const isOpen = this.#texts.length > 0;
    if (!isOpen && !isOdd) return line;
    if (!isOpen) this.#number = line.number;
    this.#texts.push(line.text);
    if (isOpen !== isOdd) return undefined;
    return { number: this.#number, text: this.#texts.splice(0).join('\n') };
  }

  /** The line on which a record begins that has not ended. */
  openLine(): number | undefined {
    return this.#texts.length > 0 ? this.#number : undefined;
  }
}

class CsvTable {
  readonly #source: RowSource;
  readonly #delimiter: string;
  readonly #names: readonly string[];
  readonly #namesLine: number;

  constructor(header: Line, source: RowSource) {
    this.#source = source;
    this.#delimiter = header.text.includes('\t') ? '\t' : ',';
    this.#namesLine = header.number;
    this.#names = this.#fields(header).map((name) => name.trim());
    const twice = this.#names.find((name, at) => name !== '' && this.#names.indexOf(name) !== at);
    if (twice !== undefined) throw this.#error(header, `two columns are named ${twice}`);
  }

  row(record: Line): SourceRow {
    const fields = this.#fields(record);
    const [given, wanted] = [fields.length, this.#names.length];
    if (given !== wanted) throw this.#error(record, `${given} fields where the header has ${wanted}`);
    const row: Record<string, string> = {};
    for (let place = 0; place < given; place += 1) row[this.#names[place]!] = unguardFormula(fields[place]!);
    return { line: record.number, namesLine: this.#namesLine, fields: row };
  }

  /** A record without quotes needs no parser, which is ten times slower than cutting at the delimiters. */
  #fields(record: Line): readonly string[] {
    const { text } = record;
    if (!text.includes('"')) return text.split(this.#delimiter);
    try {
      return parse(text, { delimiter: this.#delimiter, relax_column_count: true })[0] ?? [];
    } catch (cause) {
      throw this.#error(record, cause instanceof Error ? cause.message : String(cause), cause);
    }
  }

  #error({ number }: Line, problem: string, cause?: unknown): Error {
    return this.#source.malformed({ form: 'csv', line: number, problem, cause });
  }
}

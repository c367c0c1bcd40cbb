import { parseJsonRow } from './parse-json-row.js';
import type { RowSource } from './row-source.js';
import type { RowBatches, SourceRow } from './source-row.js';

/** What matters between the objects, in an object, and in a text of an object. */
const BETWEEN = /\n|\S/g;
const IN_OBJECT = /["{}[\]\n]/g;
const IN_TEXT = /["\\\n]/g;

/**
 * The objects of one JSON list, read piece by piece: FastChat's dumps are single lists, larger than a string can be. Cut where an object
 * on the first level ends; what is in an object is the JSON parser's business.
 */
export async function* jsonList(chunks: AsyncIterable<string>, source: RowSource): RowBatches {
  const splitter = new ListSplitter(source);
  for await (const chunk of chunks) yield splitter.take(chunk);
  splitter.finish();
}

class ListSplitter {
  readonly #source: RowSource;
  #state: 'before' | 'list' | 'after' = 'before';
  #depth = 0;
  #inText = false;
  #isEscaped = false;
  #line = 1;
  /** The object that is being read, and the line on which it begins. */
  #object = '';
  #objectLine = 1;

  constructor(source: RowSource) {
    this.#source = source;
  }

  /** The objects that end in this piece of text. */
  take(chunk: string): readonly SourceRow[] {
    if (chunk === '') return [];
    const rows: SourceRow[] = [];
    let start = 0;
    let at = 0;
    if (this.#isEscaped) {
      at = 1;
      this.#isEscaped = false;
    }
    for (;;) {
      const mark = this.#inText ? IN_TEXT : this.#depth > 0 ? IN_OBJECT : BETWEEN;
      mark.lastIndex = at;
      const found = mark.exec(chunk);
      if (found === null) break;
      const [sign] = found;
      at = found.index + 1;
      if (sign === '\n') this.#line += 1;
      else if (this.#inText) {
        if (sign === '"') this.#inText = false;
        else if (at < chunk.length) at += 1;
        else this.#isEscaped = true;
      } else if (this.#depth > 0) {
        if (sign === '"') this.#inText = true;
        else if (sign === '{' || sign === '[') this.#depth += 1;
        else if (sign === '}' || sign === ']') this.#depth -= 1;
        if (this.#depth === 0) {
          rows.push(parseJsonRow(this.#object + chunk.slice(start, at), this.#objectLine, this.#source));
          this.#object = '';
        }
      } else if (this.#between(sign)) {
        start = found.index;
      }
    }
    if (this.#depth > 0) this.#object += chunk.slice(start);
    return rows;
  }

  /** Raises `DataError` when the list has not ended. */
  finish(): void {
    if (this.#state !== 'after') throw this.#error('the JSON list does not end');
  }

  /** Reads a sign between objects; true when an object begins. */
  #between(sign: string): boolean {
    if (this.#state === 'before' && sign === '[') this.#state = 'list';
    else if (this.#state === 'list' && sign === ']') this.#state = 'after';
    else if (this.#state === 'list' && sign === '{') {
      this.#depth = 1;
      this.#objectLine = this.#line;
      return true;
    } else if (this.#state !== 'list' || sign !== ',') {
      throw this.#error(`${JSON.stringify(sign)} where a JSON object was expected`);
    }
    return false;
  }

  #error(problem: string): Error {
    return this.#source.malformed({ form: 'list', line: this.#line, problem });
  }
}

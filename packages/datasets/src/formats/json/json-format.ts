import { dataFileError } from '../data-file-error.js';
import { openStream } from '../open-stream.js';
import type { Format, ReaderOptions, Table } from '../table.js';
import { JsonDocument } from './json-document.js';
import { JsonLines } from './json-lines.js';

/** JSON lines, or one JSON list of rows. Which of the two is decided by the first character, not by the name. */
export const JSON_FORMAT: Format = {
  name: 'json',
  extensions: ['.json', '.jsonl', '.ndjson'],
  open: (path, options) => new JsonTable(path, options),
};

class JsonTable implements Table {
  readonly #path: string;
  readonly #options: ReaderOptions;
  #inner: Promise<Table> | undefined;

  constructor(path: string, options: ReaderOptions) {
    this.#path = path;
    this.#options = options;
  }

  async columns() {
    return (await this.#open()).columns();
  }

  async count() {
    return (await this.#open()).count();
  }

  async *rows(...args: Parameters<Table['rows']>) {
    yield* (await this.#open()).rows(...args);
  }

  #open(): Promise<Table> {
    this.#inner ??= (async () => {
      const isWhole = this.#options.field !== undefined || (await isOneDocument(this.#path));
      return isWhole ? new JsonDocument(this.#path, this.#options.field) : new JsonLines(this.#path);
    })();
    return this.#inner;
  }
}

/** True for a file that is one list, or an object that goes over several lines. */
async function isOneDocument(path: string): Promise<boolean> {
  let head = '';
  try {
    for await (const chunk of openStream(path)) {
      head += String(chunk);
      const text = head.replace(/^\uFEFF/, '').trimStart();
      if (text !== '') {
        return text.startsWith('[') || /^\{\s*\n/.test(text);
      }
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw dataFileError({ code: 'json-malformed', path, problem, cause: error });
  }
  return false;
}

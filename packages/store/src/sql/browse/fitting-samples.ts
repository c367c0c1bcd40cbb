import type { Kysely } from 'kysely';
import type { SampleQuery } from '../../browse/browse.js';
import { marksMask } from '../../browse/sample-marks.js';
import type { Tables } from '../tables.js';
import { CHUNK_SIZE, unpackBytes, unpackValues } from './chunk-data.js';
import { MARKS } from './chunk-tables.js';
import { columnNumber } from './column-table.js';
import type { StoredChunk } from './read-chunks.js';

/** What a sample is sorted by in a list that is sorted by document: nothing, which comes by ascending document. */
const NO_KEY = Number.NaN;

interface Choice {
  readonly runTaskId: number;
  /** 0: any marks or none. */
  readonly mask: number;
  readonly range: { readonly column: number; readonly least: number; readonly largest: number } | undefined;
  /** `sign` −1: descending. */
  readonly sort: { readonly column: number; readonly sign: 1 | -1 } | undefined;
}

/** The samples of a task that fit a query, with the keys by which they are sorted, read chunk by chunk. */
export class FittingSamples {
  /** The columns that chunks must have. */
  readonly columns: readonly number[];
  readonly #choice: Choice;
  readonly #marks = new Uint8Array(CHUNK_SIZE);
  readonly #ranged = new Float64Array(CHUNK_SIZE);
  readonly #sorted = new Float64Array(CHUNK_SIZE);

  private constructor(choice: Choice) {
    this.#choice = choice;
    this.columns = [MARKS, choice.range?.column, choice.sort?.column].filter((column) => column !== undefined);
  }

  /** Throws `UserError` (`sample-column-unknown`). */
  static async of(
    db: Kysely<Tables>,
    runTaskId: number,
    { range, sort, marks = [] }: Pick<SampleQuery, 'range' | 'sort' | 'marks'>,
  ): Promise<FittingSamples> {
    return new FittingSamples({
      runTaskId,
      mask: marksMask(marks),
      range: range && {
        column: await columnNumber(db, runTaskId, range.column),
        least: range.least ?? -Infinity,
        largest: range.largest ?? Infinity,
      },
      sort: sort && {
        column: await columnNumber(db, runTaskId, sort.column),
        sign: sort.direction === 'ascending' ? 1 : -1,
      },
    });
  }

  /** The key of a value: rows come by ascending keys. */
  keyOf(value: number): number {
    return (this.#choice.sort?.sign ?? 1) * value;
  }

  /** The value of a key. */
  valueOf(key: number): number {
    return (this.#choice.sort?.sign ?? 1) * key;
  }

  /**
   * Calls back for each fitting sample of a chunk, by ascending document unless backwards; the key is NaN for one without a value, and unless
   * sorted by a column.
   */
  visit(
    chunk: StoredChunk,
    { isBackwards = false }: { readonly isBackwards?: boolean },
    visitSample: (document: number, key: number) => void,
  ): void {
    const { runTaskId, mask, range, sort } = this.#choice;
    const [marks, ranged, sorted] = [this.#marks, this.#ranged, this.#sorted];
    unpackBytes(chunk.data(runTaskId, MARKS), marks);
    if (range !== undefined) unpackValues(chunk.row(runTaskId, range.column), ranged);
    if (sort !== undefined) unpackValues(chunk.row(runTaskId, sort.column), sorted);
    const first = chunk.chunk * CHUNK_SIZE;
    const { least, largest } = range ?? { least: 0, largest: 0 };
    const [from, end, step] = isBackwards ? [CHUNK_SIZE - 1, -1, -1] : [0, CHUNK_SIZE, 1];
    // A million times a query: nothing here but what each sample needs.
    for (let at = from; at !== end; at += step) {
      const own = marks[at]!;
      if (own === 0 || (mask !== 0 && (own & mask) === 0)) continue;
      if (range !== undefined && !(ranged[at]! >= least && ranged[at]! <= largest)) continue;
      visitSample(first + at, sort === undefined ? NO_KEY : sort.sign * sorted[at]!);
    }
  }
}

import type { Kysely } from 'kysely';
import type { SamplePage, SampleQuery, SampleRow } from '../../browse/browse.js';
import { type Cursor, readCursor, writeCursor } from '../../browse/cursor.js';
import { marksMask } from '../../browse/sample-marks.js';
import { sampleValues } from '../../browse/sample-values.js';
import { rowToSample, SAMPLE_COLUMNS } from '../sample-row.js';
import type { Tables } from '../tables.js';
import { CHUNK_SIZE, unpackBytes, unpackValues } from './chunk-data.js';
import { MARKS } from './chunk-tables.js';
import { columnNumber } from './column-table.js';
import { FirstRows, isAfter, type KeyedRow } from './first-rows.js';
import { readChunks, type StoredChunk } from './read-chunks.js';
import { pageLimit } from './page-limit.js';

/** A page of a task's samples; see `SampleBrowser`. One pass over the columns that the query names, then the page's samples. */
export async function browseSamples(db: Kysely<Tables>, runTaskId: number, query: SampleQuery): Promise<SamplePage> {
  const { range, sort } = query;
  const limit = pageLimit(query.limit);
  const scan = new SampleScan({
    runTaskId,
    limit: limit + 1,
    mask: marksMask(query.marks ?? []),
    range: range && {
      column: await columnNumber(db, runTaskId, range.column),
      least: range.least ?? -Infinity,
      largest: range.largest ?? Infinity,
    },
    sort: sort && {
      column: await columnNumber(db, runTaskId, sort.column),
      sign: sort.direction === 'ascending' ? 1 : -1,
    },
    cursor: query.cursor === undefined ? undefined : readCursor(query.cursor, sort !== undefined),
  });
  for await (const chunk of readChunks(db, { runTaskIds: [runTaskId], columns: scan.columns })) scan.add(chunk);
  const found = scan.rows();
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    rows: await selectRows(
      db,
      { runTaskId, task: query.task },
      found.slice(0, limit).map((row) => row.document),
    ),
    next: last && writeCursor(last, sort !== undefined),
    total: scan.total,
  };
}

interface SampleScanOptions {
  readonly runTaskId: number;
  readonly limit: number;
  /** 0: any marks or none. */
  readonly mask: number;
  readonly range: { readonly column: number; readonly least: number; readonly largest: number } | undefined;
  /** `sign` −1: descending. */
  readonly sort: { readonly column: number; readonly sign: 1 | -1 } | undefined;
  readonly cursor: Cursor | undefined;
}

/** Counts the samples that fit, and keeps the first of them behind the cursor, over chunks that come by ascending documents. */
class SampleScan {
  readonly columns: readonly number[];
  total = 0;
  readonly #options: SampleScanOptions;
  readonly #valued: FirstRows<KeyedRow>;
  readonly #valueless: number[] = [];
  readonly #marks = new Uint8Array(CHUNK_SIZE);
  readonly #ranged = new Float64Array(CHUNK_SIZE);
  readonly #sorted = new Float64Array(CHUNK_SIZE);

  constructor(options: SampleScanOptions) {
    this.#options = options;
    this.#valued = new FirstRows(options.limit);
    this.columns = [MARKS, options.range?.column, options.sort?.column].filter((column) => column !== undefined);
  }

  add(chunk: StoredChunk): void {
    const { runTaskId, mask, range, sort } = this.#options;
    unpackBytes(chunk.data(runTaskId, MARKS), this.#marks);
    if (range !== undefined) unpackValues(chunk.row(runTaskId, range.column), this.#ranged);
    if (sort !== undefined) unpackValues(chunk.row(runTaskId, sort.column), this.#sorted);
    const [marks, ranged, sorted] = [this.#marks, this.#ranged, this.#sorted];
    const { least, largest } = range ?? { least: 0, largest: 0 };
    const first = chunk.chunk * CHUNK_SIZE;
    const floor = (sort?.sign ?? 1) * (this.#options.cursor?.key ?? Number.NaN);
    let bound = this.#valued.bound;
    let total = 0;
    // A million times a query: nothing here but what each sample needs.
    for (let at = 0; at < CHUNK_SIZE; at += 1) {
      const own = marks[at]!;
      if (own === 0 || (mask !== 0 && (own & mask) === 0)) continue;
      if (range !== undefined && !(ranged[at]! >= least && ranged[at]! <= largest)) continue;
      total += 1;
      if (sort === undefined) {
        this.#offerValueless(first + at);
        continue;
      }
      const key = sort.sign * sorted[at]!;
      if (key >= bound || key < floor) continue;
      this.#offer(first + at, key);
      bound = this.#valued.bound;
    }
    this.total += total;
  }

  /** The rows of the page: those with a value in order, then those without by document. */
  rows(): readonly Cursor[] {
    const { sort, limit } = this.#options;
    const valued = this.#valued.rows().map(({ key, document }) => ({ document, key: (sort?.sign ?? 1) * key }));
    const valueless = this.#valueless.map((document) => ({ document, key: undefined }));
    return [...valued, ...valueless].slice(0, limit);
  }

  #offer(document: number, key: number): void {
    if (Number.isNaN(key)) return this.#offerValueless(document);
    const row = { key, document };
    if (this.#isBehindCursor(row)) this.#valued.add(row);
  }

  #isBehindCursor(row: KeyedRow): boolean {
    const { cursor, sort } = this.#options;
    if (cursor === undefined) return true;
    if (cursor.key === undefined || sort === undefined) return false;
    return isAfter(row, { key: sort.sign * cursor.key, document: cursor.document });
  }

  #offerValueless(document: number): void {
    const { cursor, limit } = this.#options;
    if (this.#valueless.length >= limit) return;
    if (cursor !== undefined && cursor.key === undefined && document <= cursor.document) return;
    this.#valueless.push(document);
  }
}

/** The samples of a page, in its order. Their values come from their texts, as those in the columns did. */
async function selectRows(
  db: Kysely<Tables>,
  { runTaskId, task }: { readonly runTaskId: number; readonly task: string },
  documents: readonly number[],
): Promise<readonly SampleRow[]> {
  if (documents.length === 0) return [];
  const rows = await db
    .selectFrom('samples')
    .select(SAMPLE_COLUMNS)
    .where('run_task_id', '=', runTaskId)
    .where('doc_id', 'in', documents)
    .execute();
  const samples = new Map(rows.map((row) => [row.doc_id, rowToSample(row, task)]));
  return documents.flatMap((document): readonly SampleRow[] => {
    const sample = samples.get(document);
    if (sample === undefined) return [];
    const { docId, failed, flags } = sample;
    const outcomes = sample.outcomes.map(({ filter, metrics }) => ({ filter, metrics }));
    const values = Object.fromEntries(sampleValues(sample).map(({ name, value }) => [name, value]));
    return [{ docId, failed, outcomes, flags, values }];
  });
}

import type { Kysely } from 'kysely';
import type { SamplePage, SampleQuery, SampleRow } from '../../browse/browse.js';
import { type Cursor, readCursor, writeCursor } from '../../browse/cursor.js';
import { sampleValues } from '../../browse/sample-values.js';
import { rowToSample, SAMPLE_COLUMNS } from '../sample-row.js';
import type { Tables } from '../tables.js';
import { FirstRows, isAfter, type KeyedRow } from './first-rows.js';
import { FittingSamples } from './fitting-samples.js';
import { readChunks, type StoredChunk } from './read-chunks.js';
import { pageLimit } from './page-limit.js';

/** A page of a task's samples; see `SampleBrowser`. One pass over the columns that the query names, then the page's samples. */
export async function browseSamples(db: Kysely<Tables>, runTaskId: number, query: SampleQuery): Promise<SamplePage> {
  const limit = pageLimit(query.limit);
  const isSorted = query.sort !== undefined;
  const scan = new SampleScan(await FittingSamples.of(db, runTaskId, query), {
    limit: limit + 1,
    cursor: query.cursor === undefined ? undefined : readCursor(query.cursor, isSorted),
  });
  for await (const chunk of readChunks(db, { runTaskIds: [runTaskId], columns: scan.fitting.columns })) scan.add(chunk);
  const found = scan.rows();
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    rows: await selectRows(
      db,
      { runTaskId, task: query.task },
      found.slice(0, limit).map((row) => row.document),
    ),
    next: last && writeCursor(last, isSorted),
    total: scan.total,
  };
}

/** Counts the samples that fit, and keeps the first of them behind the cursor. */
class SampleScan {
  readonly fitting: FittingSamples;
  total = 0;
  readonly #limit: number;
  readonly #cursor: Cursor | undefined;
  readonly #valued: FirstRows<KeyedRow>;
  readonly #valueless: number[] = [];

  constructor(
    fitting: FittingSamples,
    { limit, cursor }: { readonly limit: number; readonly cursor: Cursor | undefined },
  ) {
    this.fitting = fitting;
    this.#limit = limit;
    this.#cursor = cursor;
    this.#valued = new FirstRows(limit);
  }

  add(chunk: StoredChunk): void {
    const floor = this.fitting.keyOf(this.#cursor?.key ?? Number.NaN);
    let total = 0;
    let bound = this.#valued.bound;
    this.fitting.visit(chunk, (document, key) => {
      total += 1;
      // Documents ascend, so that of equal keys the later one is no better.
      if (key >= bound || key < floor) return;
      if (Number.isNaN(key)) this.#offerValueless(document);
      else this.#offer({ document, key });
      bound = this.#valued.bound;
    });
    this.total += total;
  }

  /** The rows of the page: those with a value in order, then those without by document. */
  rows(): readonly Cursor[] {
    const valued = this.#valued.rows().map(({ key, document }) => ({ document, key: this.fitting.valueOf(key) }));
    const valueless = this.#valueless.map((document) => ({ document, key: undefined }));
    return [...valued, ...valueless].slice(0, this.#limit);
  }

  #offer(row: KeyedRow): void {
    const cursor = this.#cursor;
    if (cursor !== undefined) {
      if (cursor.key === undefined) return;
      if (!isAfter(row, { document: cursor.document, key: this.fitting.keyOf(cursor.key) })) return;
    }
    this.#valued.add(row);
  }

  #offerValueless(document: number): void {
    const cursor = this.#cursor;
    if (this.#valueless.length >= this.#limit) return;
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

import { setImmediate as letGo } from 'node:timers/promises';
import type { Insertable, Kysely } from 'kysely';
import type { Sample, SampleScore } from '../sample.js';
import { inChunks } from './in-chunks.js';
import { rowToSample, rowToScore, SAMPLE_COLUMNS, sampleToRow, SCORE_COLUMNS } from './sample-row.js';
import type { SamplesTable, Tables } from './tables.js';

/** Rows of one INSERT: 13 columns each, below SQLite's 32,766 parameters. */
const ROWS_PER_INSERT = 200;
/** Rows read at once: with texts a few MB at most for usual documents, without them a few hundred bytes each. */
const TEXTS_PER_PAGE = 200;
const SCORES_PER_PAGE = 5_000;

/** Adds samples; one that is stored already stays, unless it failed. Gives the documents that were written, by task. */
export async function insertSamples(
  db: Kysely<Tables>,
  samples: readonly Sample[],
  taskIds: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const written = new Map<number, Set<number>>();
  for (const chunk of inChunks(samples, ROWS_PER_INSERT)) {
    const rows = chunk.map((sample): Insertable<SamplesTable> => sampleToRow(sample, taskIds.get(sample.task)!));
    const own = await db
      .insertInto('samples')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['run_task_id', 'doc_id'])
          .doUpdateSet((eb) =>
            Object.fromEntries(SAMPLE_COLUMNS.map((column) => [column, eb.ref(`excluded.${column}`)])),
          )
          .where('samples.failed', '=', 1),
      )
      .returning(['run_task_id', 'doc_id'])
      .execute();
    for (const row of own) {
      const documents = written.get(row.run_task_id) ?? new Set();
      written.set(row.run_task_id, documents.add(row.doc_id));
    }
  }
  return written;
}

/** Scores by ascending document, a page at a time. */
export async function* selectScores(
  db: Kysely<Tables>,
  runTaskId: number,
  start: number,
): AsyncGenerator<SampleScore, void, undefined> {
  const pages = inPages(start, (after) =>
    samplesAfter(db, runTaskId, after).select(SCORE_COLUMNS).limit(SCORES_PER_PAGE).execute(),
  );
  for await (const rows of pages) for (const row of rows) yield rowToScore(row);
}

/** Whole samples by ascending document, a page at a time. */
export async function* selectSamples(
  db: Kysely<Tables>,
  { runTaskId, task, start }: { readonly runTaskId: number; readonly task: string; readonly start: number },
): AsyncGenerator<Sample, void, undefined> {
  const pages = inPages(start, (after) =>
    samplesAfter(db, runTaskId, after).select(SAMPLE_COLUMNS).limit(TEXTS_PER_PAGE).execute(),
  );
  for await (const rows of pages) for (const row of rows) yield rowToSample(row, task);
}

/** One sample; undefined when there is none. */
export async function selectSample(
  db: Kysely<Tables>,
  { runTaskId, task, docId }: { readonly runTaskId: number; readonly task: string; readonly docId: number },
): Promise<Sample | undefined> {
  const row = await db
    .selectFrom('samples')
    .select(SAMPLE_COLUMNS)
    .where('run_task_id', '=', runTaskId)
    .where('doc_id', '=', docId)
    .executeTakeFirst();
  return row && rowToSample(row, task);
}

function samplesAfter(db: Kysely<Tables>, runTaskId: number, after: number) {
  return db.selectFrom('samples').where('run_task_id', '=', runTaskId).where('doc_id', '>', after).orderBy('doc_id');
}

/** Rows by ascending document; each page begins behind the last document of the one before, so that others may append meanwhile. */
async function* inPages<Row extends { readonly doc_id: number }>(
  start: number,
  readPage: (after: number) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[], void, undefined> {
  for (let after = start; ;) {
    const rows = await readPage(after);
    yield rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    // A query on SQLite stops the process's other work, which has its turn here.
    await letGo();
    after = last.doc_id;
  }
}

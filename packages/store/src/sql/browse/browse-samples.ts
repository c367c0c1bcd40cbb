import type { Kysely } from 'kysely';
import type { SamplePage, SampleQuery, SampleRow } from '../../browse/browse.js';
import { readCursor } from '../../browse/cursor.js';
import { sampleValues } from '../../browse/sample-values.js';
import { rowToSample, SAMPLE_COLUMNS } from '../sample-row.js';
import type { Tables } from '../tables.js';
import { FittingSamples } from './fitting-samples.js';
import { pageLimit } from './page-limit.js';
import { isCutShort, pageOf } from './page-of.js';
import { readChunks } from './read-chunks.js';
import { SampleScan } from './sample-scan.js';

/** A page of a task's samples; see `SampleBrowser`. One pass over the columns that the query names, then the page's samples. */
export async function browseSamples(db: Kysely<Tables>, runTaskId: number, query: SampleQuery): Promise<SamplePage> {
  const limit = pageLimit(query.limit);
  const isSorted = query.sort !== undefined;
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor, isSorted);
  const fitting = await FittingSamples.of(db, runTaskId, query);
  const scan = new SampleScan(fitting, { limit: limit + 1, cursor });
  const selection = { runTaskIds: [runTaskId], columns: fitting.columns, isBackwards: cursor?.side === 'before' };
  for await (const chunk of readChunks(db, selection)) scan.add(chunk);
  const [found, asked] = [scan.found(), { limit, cursor, isSorted }];
  if (isCutShort(found, asked)) return browseSamples(db, runTaskId, { ...query, cursor: undefined });
  const { rows, place } = pageOf(found, asked);
  const documents = rows.map((row) => row.document);
  return { rows: await selectRows(db, { runTaskId, task: query.task }, documents), ...place };
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

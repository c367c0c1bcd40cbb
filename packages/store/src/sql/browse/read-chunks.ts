import { setImmediate as letGo } from 'node:timers/promises';
import type { Kysely, Selectable } from 'kysely';
import type { Tables } from '../tables.js';
import { MARKS, type SampleChunksTable } from './chunk-tables.js';

/** Chunks read at once: 131,072 documents, some megabytes and some milliseconds. */
const CHUNKS_PER_PAGE = 64;

/** A row of `sample_chunks` without what it is told by. */
export type ChunkRow = Pick<
  Selectable<SampleChunksTable>,
  'run_task_id' | 'chunk' | 'column_number' | 'width' | 'data'
>;

/** Which chunks to read, of one task or of several side by side. */
export interface ChunkSelection {
  readonly runTaskIds: readonly number[];
  readonly columns: readonly number[];
}

/** The stored rows of a chunk, by task and column. */
export class StoredChunk {
  readonly chunk: number;
  readonly #rows = new Map<string, ChunkRow>();

  constructor(chunk: number) {
    this.chunk = chunk;
  }

  add(row: ChunkRow): void {
    this.#rows.set(`${row.run_task_id} ${row.column_number}`, row);
  }

  row(runTaskId: number, column: number): ChunkRow | undefined {
    return this.#rows.get(`${runTaskId} ${column}`);
  }
}

/**
 * The chunks that at least one of the tasks has, by ascending documents. A page of them is one statement, so each chunk is whole while others are
 * written; and after each page other work of this process has its turn, because a query on SQLite stops all else.
 */
export async function* readChunks(
  db: Kysely<Tables>,
  { runTaskIds, columns }: ChunkSelection,
): AsyncGenerator<StoredChunk, void, undefined> {
  const numbers = await chunkNumbers(db, runTaskIds);
  for (let start = 0; start < numbers.length; start += CHUNKS_PER_PAGE) {
    const page = numbers.slice(start, start + CHUNKS_PER_PAGE);
    const rows = await db
      .selectFrom('sample_chunks')
      .select(['run_task_id', 'chunk', 'column_number', 'width', 'data'])
      .where('run_task_id', 'in', runTaskIds)
      .where('chunk', '>=', page[0]!)
      .where('chunk', '<=', page.at(-1)!)
      .where('column_number', 'in', columns)
      .execute();
    const chunks = new Map(page.map((chunk) => [chunk, new StoredChunk(chunk)]));
    // A chunk that was begun meanwhile is left out.
    for (const row of rows) chunks.get(row.chunk)?.add(row);
    yield* chunks.values();
    await letGo();
  }
}

async function chunkNumbers(db: Kysely<Tables>, runTaskIds: readonly number[]): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('sample_chunks')
    .select('chunk')
    .distinct()
    .where('run_task_id', 'in', runTaskIds)
    .where('column_number', '=', MARKS)
    .orderBy('chunk')
    .execute();
  return rows.map((row) => row.chunk);
}

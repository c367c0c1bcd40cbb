import { setImmediate as letGo } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import { MARKS } from './chunk-tables.js';

/** Chunks read at once: 131,072 documents, some megabytes and some milliseconds. */
const CHUNKS_PER_PAGE = 64;

/** What is stored of a chunk in one column. */
export interface ChunkRow {
  readonly run_task_id: number;
  readonly chunk: number;
  readonly column_number: number;
  readonly width: number;
  readonly digest: string | null;
  /** Null where only the digest was asked for. */
  readonly data: Uint8Array | null;
}

/** Which chunks to read, of one task or of several side by side. */
export interface ChunkSelection {
  readonly runTaskIds: readonly number[];
  readonly columns: readonly number[];
  /** Columns of which the digests are enough. */
  readonly digests?: readonly number[];
  /** By descending documents. */
  readonly isBackwards?: boolean;
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

  /** The stored bytes; none where the task has nothing in this chunk. */
  data(runTaskId: number, column: number): Uint8Array {
    return this.row(runTaskId, column)?.data ?? NO_BYTES;
  }
}

const NO_BYTES = new Uint8Array();

/**
 * The chunks that at least one of the tasks has, by ascending documents unless backwards. A page of them is one statement, so each chunk is whole while others
 * are written; and after each page other work of this process has its turn, because a query on SQLite stops all else.
 */
export async function* readChunks(
  db: Kysely<Tables>,
  selection: ChunkSelection,
): AsyncGenerator<StoredChunk, void, undefined> {
  const { isBackwards = false } = selection;
  const numbers = await chunkNumbers(db, selection.runTaskIds);
  const starts = Array.from({ length: Math.ceil(numbers.length / CHUNKS_PER_PAGE) }, (_, at) => at * CHUNKS_PER_PAGE);
  for (const start of isBackwards ? starts.toReversed() : starts) {
    const page = await readPage(db, { ...selection, chunks: numbers.slice(start, start + CHUNKS_PER_PAGE) });
    yield* isBackwards ? page.toReversed() : page;
    await letGo();
  }
}

/** Chunks by their ascending numbers. */
export async function readPage(
  db: Kysely<Tables>,
  { runTaskIds, columns, digests = [], chunks }: ChunkSelection & { readonly chunks: readonly number[] },
): Promise<readonly StoredChunk[]> {
  const rows = await db
    .selectFrom('sample_chunks')
    .where('run_task_id', 'in', runTaskIds)
    .where('chunk', '>=', chunks[0] ?? 0)
    .where('chunk', '<=', chunks.at(-1) ?? -1)
    .where('column_number', 'in', [...columns, ...digests])
    .select((eb) => [
      'run_task_id',
      'chunk',
      'column_number',
      'width',
      'digest',
      eb.case().when('column_number', 'in', columns).then(eb.ref('data')).end().as('data'),
    ])
    .execute();
  const page = new Map(chunks.map((chunk) => [chunk, new StoredChunk(chunk)]));
  // A chunk that was begun meanwhile is left out.
  for (const row of rows) page.get(row.chunk)?.add(row);
  return [...page.values()];
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

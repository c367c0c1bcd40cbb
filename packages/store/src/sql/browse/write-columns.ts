import { createHash } from 'node:crypto';
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Sample, SampleHashes } from '../../sample.js';
import { marksMask, marksOf } from '../../browse/sample-marks.js';
import { sampleValues, type SampleValue } from '../../browse/sample-values.js';
import type { Tables } from '../tables.js';
import { bytesOf, CHUNK_SIZE, packValues, unpackBytes, unpackValues } from './chunk-data.js';
import { DOC_HASHES, MARKS, PROMPT_HASHES, type SampleChunksTable, STORED } from './chunk-tables.js';
import { ensureColumns, type NumberedColumn } from './column-table.js';

/** By how much the counts of a task's samples change. */
export interface CountChange {
  readonly stored: number;
  readonly failed: number;
}

/** A sample with its values. */
interface ValuedSample {
  readonly sample: Sample;
  readonly values: ReadonlyMap<string, number>;
}

const HASH_BYTES = 8;
const DIGEST_DIGITS = 32;
const FAILED = marksMask(['failed']);

/** Enters samples of one task that were just written, in place of what their documents had before. Belongs into the same transaction. */
export async function writeColumns(
  db: Kysely<Tables>,
  runTaskId: number,
  samples: readonly Sample[],
): Promise<CountChange> {
  const chunks = new Map<number, ValuedSample[]>();
  const found: SampleValue[] = [];
  for (const sample of samples) {
    const values = sampleValues(sample);
    found.push(...values);
    const chunk = Math.floor(sample.docId / CHUNK_SIZE);
    const members = chunks.get(chunk) ?? [];
    members.push({ sample, values: new Map(values.map(({ name, value }) => [name, value])) });
    chunks.set(chunk, members);
  }
  const columns = await ensureColumns(db, runTaskId, found);
  const change = { stored: 0, failed: 0 };
  for (const [chunk, members] of chunks) {
    const own = await rewriteChunk(db, { runTaskId, chunk, columns, members });
    change.stored += own.stored;
    change.failed += own.failed;
  }
  return change;
}

interface ChunkToWrite {
  readonly runTaskId: number;
  readonly chunk: number;
  readonly columns: readonly NumberedColumn[];
  readonly members: readonly ValuedSample[];
}

async function rewriteChunk(db: Kysely<Tables>, given: ChunkToWrite): Promise<CountChange> {
  const { runTaskId, chunk, columns, members } = given;
  const present = await selectChunk(db, runTaskId, chunk);
  const marks = new Uint8Array(CHUNK_SIZE);
  unpackBytes(present.get(MARKS)?.data ?? new Uint8Array(), marks);
  const change = enterMarks(marks, members);
  const length = marks.findLastIndex((mark) => mark !== 0) + 1;
  const place = { run_task_id: runTaskId, chunk };
  const rows = [
    bytesRow(MARKS, { data: marks.subarray(0, length), width: 1 }),
    hashesRow(DOC_HASHES, { present, members, length, hashOf: (hashes) => hashes.doc }),
    hashesRow(PROMPT_HASHES, { present, members, length, hashOf: (hashes) => hashes.prompt }),
    ...columns.flatMap((column) => valuesRow(column, { present, members, length })),
  ];
  await putRows(
    db,
    rows.map((row) => ({ ...place, ...row })),
  );
  return change;
}

type ChunkRow = Pick<Selectable<SampleChunksTable>, 'column_number' | 'width' | 'data'>;
type NewChunkRow = Omit<Insertable<SampleChunksTable>, 'run_task_id' | 'chunk'>;

interface ChunkContent {
  readonly present: ReadonlyMap<number, ChunkRow>;
  readonly members: readonly ValuedSample[];
  /** Up to the last document that has a sample. */
  readonly length: number;
}

async function selectChunk(
  db: Kysely<Tables>,
  runTaskId: number,
  chunk: number,
): Promise<ReadonlyMap<number, ChunkRow>> {
  const rows = await db
    .selectFrom('sample_chunks')
    .select(['column_number', 'width', 'data'])
    .where('run_task_id', '=', runTaskId)
    .where('chunk', '=', chunk)
    .execute();
  return new Map(rows.map((row) => [row.column_number, row]));
}

function enterMarks(marks: Uint8Array, members: readonly ValuedSample[]): CountChange {
  const change = { stored: 0, failed: 0 };
  for (const { sample } of members) {
    const at = sample.docId % CHUNK_SIZE;
    const before = marks[at]!;
    const now = marksMask(marksOf(sample)) | STORED;
    marks[at] = now;
    change.stored += Number(before === 0);
    change.failed += Number((now & FAILED) !== 0) - Number((before & FAILED) !== 0);
  }
  return change;
}

function hashesRow(
  number: number,
  { present, members, length, hashOf }: ChunkContent & { readonly hashOf: (hashes: SampleHashes) => string },
): NewChunkRow {
  const hashes = new Uint8Array(CHUNK_SIZE * HASH_BYTES);
  unpackBytes(present.get(number)?.data ?? new Uint8Array(), hashes);
  for (const { sample } of members) {
    const hash = Buffer.from(hashOf(sample.hashes), 'hex');
    const start = (sample.docId % CHUNK_SIZE) * HASH_BYTES;
    hashes.fill(0, start, start + HASH_BYTES);
    hash.forEach((byte, index) => (hashes[start + (index % HASH_BYTES)]! ^= byte));
  }
  const data = hashes.subarray(0, length * HASH_BYTES);
  return { ...bytesRow(number, { data, width: HASH_BYTES }), digest: digestOf(data) };
}

function bytesRow(number: number, { data, width }: { readonly data: Uint8Array; readonly width: number }): NewChunkRow {
  return { column_number: number, ...NO_VALUES, width, digest: null, data: Buffer.from(data) };
}

function digestOf(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex').slice(0, DIGEST_DIGITS);
}

/** Nothing where no document of the chunk has a value. */
function valuesRow(
  { number, name }: NumberedColumn,
  { present, members, length }: ChunkContent,
): readonly NewChunkRow[] {
  const values = new Float64Array(CHUNK_SIZE);
  const row = present.get(number);
  unpackValues(row, values);
  for (const { sample, values: own } of members) values[sample.docId % CHUNK_SIZE] = own.get(name) ?? Number.NaN;
  const summary = summarize(values.subarray(0, length));
  if (summary.count === 0 && row === undefined) return [];
  const { width, data } = packValues(values, length);
  return [{ column_number: number, ...summary, width, digest: null, data: Buffer.from(bytesOf(data)) }];
}

const NO_VALUES = { count: 0, least: null, largest: null, is_binary: 1 } as const;

function summarize(values: Float64Array): Pick<NewChunkRow, 'count' | 'least' | 'largest' | 'is_binary'> {
  let [count, least, largest, isBinary] = [0, Infinity, -Infinity, true];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    count += 1;
    if (value < least) least = value;
    if (value > largest) largest = value;
    isBinary &&= value === 0 || value === 1;
  }
  if (count === 0) return NO_VALUES;
  return { count, least, largest, is_binary: Number(isBinary) };
}

async function putRows(db: Kysely<Tables>, rows: readonly Insertable<SampleChunksTable>[]): Promise<void> {
  await db
    .insertInto('sample_chunks')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['run_task_id', 'chunk', 'column_number'])
        .doUpdateSet((eb) => Object.fromEntries(REPLACED.map((column) => [column, eb.ref(`excluded.${column}`)]))),
    )
    .execute();
}

const REPLACED = ['count', 'least', 'largest', 'is_binary', 'width', 'digest', 'data'] as const;

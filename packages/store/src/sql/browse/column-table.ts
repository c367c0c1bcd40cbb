import type { Kysely } from 'kysely';
import { UserError } from '@understudy/core';
import type { SampleColumn } from '../../browse/browse.js';
import type { SampleValue } from '../../browse/sample-values.js';
import type { Tables } from '../tables.js';
import { FIRST_VALUES } from './chunk-tables.js';

/** A column of a task, under its number. */
export interface NumberedColumn extends Pick<SampleColumn, 'name' | 'kind'> {
  readonly number: number;
}

/** The columns of a task in the order they appeared. */
export async function selectColumns(db: Kysely<Tables>, runTaskId: number): Promise<readonly NumberedColumn[]> {
  const rows = await db
    .selectFrom('sample_columns')
    .select(['number', 'name', 'kind'])
    .where('run_task_id', '=', runTaskId)
    .orderBy('number')
    .execute();
  // Only `ensureColumns` writes the kind.
  return rows.map((row) => ({ ...row, kind: row.kind as SampleColumn['kind'] }));
}

/** The columns of a task, those of these values added where they are new. */
export async function ensureColumns(
  db: Kysely<Tables>,
  runTaskId: number,
  values: Iterable<SampleValue>,
): Promise<readonly NumberedColumn[]> {
  const present = await selectColumns(db, runTaskId);
  const columns = new Map(present.map((column) => [column.name, column]));
  for (const { name, kind } of values) {
    if (!columns.has(name)) columns.set(name, { number: FIRST_VALUES + columns.size, name, kind });
  }
  const added = [...columns.values()].slice(present.length);
  if (added.length > 0) {
    await db
      .insertInto('sample_columns')
      .values(added.map((column) => ({ run_task_id: runTaskId, ...column })))
      .execute();
  }
  return [...columns.values()];
}

/** The number of a column by its name. Throws `UserError` (`sample-column-unknown`) when the task has none of this name. */
export async function columnNumber(db: Kysely<Tables>, runTaskId: number, name: string): Promise<number> {
  const columns = await selectColumns(db, runTaskId);
  const column = columns.find((one) => one.name === name);
  if (column !== undefined) return column.number;
  const names = columns.map((one) => one.name);
  throw new UserError({
    code: 'sample-column-unknown',
    message: `Could not sort or filter samples by "${name}": they have no such column.`,
    hint: names.length === 0 ? 'No sample of this task has a value yet.' : `Take one of: ${names.join(', ')}.`,
    values: { column: name, columns: names },
  });
}

/** The columns that have values, with what they span: from one row for each chunk. */
export async function summarizeColumns(db: Kysely<Tables>, runTaskId: number): Promise<readonly SampleColumn[]> {
  const rows = await db
    .selectFrom('sample_chunks')
    .where('run_task_id', '=', runTaskId)
    .where('column_number', '>=', FIRST_VALUES)
    .groupBy('column_number')
    .select((eb) => [
      'column_number',
      eb.fn.sum<number | string>('count').as('count'),
      eb.fn.min('least').as('least'),
      eb.fn.max('largest').as('largest'),
      eb.fn.min('is_binary').as('is_binary'),
    ])
    .execute();
  const summaries = new Map(rows.map((row) => [row.column_number, row]));
  const columns = (await selectColumns(db, runTaskId)).flatMap(({ number, name, kind }): readonly SampleColumn[] => {
    const { count, least = null, largest = null, is_binary: isBinary } = summaries.get(number) ?? {};
    if (least === null || largest === null) return [];
    return [{ name, kind, count: Number(count), least, largest, isBinary: isBinary === 1 }];
  });
  const metrics = columns.filter(({ kind }) => kind === 'metric');
  return [...metrics, ...columns.filter(({ kind }) => kind !== 'metric')];
}

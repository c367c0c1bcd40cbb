import { UserError, type OnProgress } from '@understudy/core';
import { openRows } from '../../rows/open-rows.js';
import type { RowProblem, RowSource } from '../../rows/row-source.js';
import type { SourceRow } from '../../rows/source-row.js';
import { battleFileError } from '../battle-file-error.js';
import { BattleTableBuilder } from '../battle-table-builder.js';
import type { BattleTable } from '../battle-table.js';
import { RowReader } from './row-reader.js';
import { BATTLE_COLUMNS, sourceColumns, type BattleColumn, type ColumnNames } from './source-columns.js';

export interface ReadBattlesOptions {
  /** The file's text, where it came by another way; the path then only names it. */
  readonly text?: string;
  /** The file's own names of columns. */
  readonly columns?: ColumnNames;
  /** Leaves out what `columns` names and the file does not have, other than models and winner: of two files one may have it. */
  readonly columnsMayMiss?: boolean;
  /** Further columns to keep, e.g. `language`; `judge`, `question_id` and `turn` are kept where there are any. */
  readonly keep?: readonly string[];
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** Columns whose values are kept. */
const KEPT = ['judge', 'question_id', 'turn'] as const;

/**
 * Reads battles from JSON lines, a JSON list (FastChat's dumps, AlpacaEval's annotations) or CSV, by content: `[` begins a list, `{` JSON
 * lines, anything else CSV; a name that ends in `.jsonl` or `.csv` is believed. Files are read as streams, `.gz` is decompressed.
 *
 * Rows of named models (`anony` is false), of one model against itself and without a verdict are counted and left out. Raises `DataError`
 * with file and line for a wrong label, a missing column or malformed text, `UserError` where the file cannot be read.
 */
export async function readBattles(path: string, options: ReadBattlesOptions = {}): Promise<BattleTable> {
  const { text, columns: given = {}, columnsMayMiss = false, keep = [], onProgress, signal } = options;
  const further = keep.filter((name) => !(BATTLE_COLUMNS as readonly string[]).includes(name));
  const builder = new BattleTableBuilder([...KEPT, ...further]);
  let reader: RowReader | undefined;
  for await (const rows of await openRows({ ...battleSource(path), text }, onProgress)) {
    signal?.throwIfAborted();
    for (const row of rows) {
      reader ??= openReader(path, row, { given, columnsMayMiss, further });
      const battle = reader.read(row);
      if (typeof battle === 'string') builder.leaveOut(battle);
      else builder.add(battle);
    }
  }
  if (reader === undefined) throw emptyError(path);
  return builder.build();
}

/** Columns that a battle may be without. */
const FURTHER: readonly string[] = ['judge', 'question_id', 'turn', 'tstamp'] satisfies readonly BattleColumn[];

interface AskedColumns {
  readonly given: ColumnNames;
  readonly columnsMayMiss: boolean;
  readonly further: readonly string[];
}

function openReader(
  path: string,
  { fields, namesLine }: SourceRow,
  { given, columnsMayMiss, further }: AskedColumns,
): RowReader {
  const columns = sourceColumns(new Set(Object.keys(fields)), given);
  const missing = Object.entries(given).find(
    ([column, name]) => !(name in fields) && !(columnsMayMiss && FURTHER.includes(column)),
  )?.[1];
  if (missing !== undefined) {
    throw battleFileError({
      code: 'battle-column-missing',
      path,
      line: namesLine,
      problem: `there is no column ${missing}, which --columns names`,
      hint: `It has ${Object.keys(fields).join(', ')}.`,
    });
  }
  return new RowReader(path, columns, [...KEPT.map((name) => columns.names[name]), ...further]);
}

const HINTS: Readonly<Record<RowProblem['form'], string>> = {
  text: 'Save the file as UTF-8.',
  csv: 'A CSV file of battles has a header with model_a, model_b and winner, or left, right and winner.',
  object: 'Each battle is one JSON object: {"model_a": …, "model_b": …, "winner": "model_a"}.',
  list: 'A .json file of battles is one list of objects: [{"model_a": …, "model_b": …, "winner": …}, …].',
};

function battleSource(path: string): RowSource {
  return {
    path,
    malformed: ({ form, ...problem }) =>
      battleFileError({ code: 'battle-file-malformed', path, hint: HINTS[form], ...problem }),
    unreadable: (reason, cause) =>
      new UserError({
        code: 'battle-file-unreadable',
        message: `Could not read ${path}: ${reason}.`,
        hint: 'Give the path of a file of battles, or - for the standard input.',
        values: { path },
        cause,
      }),
  };
}

function emptyError(path: string): Error {
  const hint = 'A file of battles has at least one, with model_a, model_b and winner.';
  return battleFileError({ code: 'battle-file-empty', path, problem: 'it has no battles', hint });
}

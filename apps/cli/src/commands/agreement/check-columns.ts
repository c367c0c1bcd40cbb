import type { BattleTable, ColumnNames } from '@understudy/arena';
import { UserError } from '@understudy/core';

/** Raises `UserError` for a column that `--columns` names and neither file has. */
export function checkColumns(columns: ColumnNames = {}, tables: readonly BattleTable[]): void {
  for (const name of ['judge', 'question_id', 'turn'] as const) {
    const column = columns[name];
    if (column === undefined || tables.some((table) => table.columns.has(name))) continue;
    throw new UserError({
      code: 'battle-column-missing',
      message: `Could not read ${name}: neither file has a column ${column}, which --columns names.`,
      hint: 'A column that is in one of two files is enough; see the first line of each.',
      values: { column },
    });
  }
}

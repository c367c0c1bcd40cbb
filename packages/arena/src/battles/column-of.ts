import { UserError } from '@understudy/core';
import type { BattleTable } from './battle-table.js';
import type { CodedColumn } from './coded-column.js';

/** A column of the battles. Raises `UserError` where there is none, or none with a value. */
export function columnOf({ columns }: BattleTable, name: string): CodedColumn {
  const column = columns.get(name);
  if (column !== undefined) return column;
  const there = [...columns.keys()].join(', ');
  throw new UserError({
    code: 'battle-column-unknown',
    message: `Could not tell battles apart by ${name}: they have no such column.`,
    hint: there === '' ? 'They have only models and winner.' : `They have ${there}.`,
    values: { column: name },
  });
}

import { BATTLE_COLUMNS, columnNames } from '@understudy/arena';
import { z } from 'zod';
import type { OptionTable } from '../option.js';

import { jsonOption } from './json-option.js';

/** Which votes of a file of battles, and how they are read. */
export const battleOptions = {
  columns: {
    flag: 'columns',
    arity: 'one',
    placeholder: 'name=column,…',
    schema: columnNames.optional(),
    expects: (messages) => messages.expects.columnNames(BATTLE_COLUMNS),
    text: 'battleColumns',
    group: 'votes',
  },
  judges: {
    flag: 'judges',
    arity: 'one',
    placeholder: 'glob',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.globs,
    text: 'judges',
    group: 'votes',
  },
  by: {
    flag: 'by',
    arity: 'one',
    placeholder: 'column',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.columnName,
    text: 'by',
    group: 'votes',
  },
  json: jsonOption,
} as const satisfies OptionTable;

import { nameText } from '@understudy/arena';
import { ROLES } from '@understudy/store';
import { z } from 'zod';
import { databaseOption } from '../../options/tables/database-option.js';
import { jsonOption } from '../../options/tables/json-option.js';
import type { OptionTable } from '../../options/option.js';
import { whole } from '../../options/values/schemas.js';

/** An annotator's invitation has it as their pseudonym. */
const LONGEST_LABEL = 60;
/** As on the web. */
const MOST_DAYS = 3650;

/** Options of `understudy keys create`. */
export const keyOptions = {
  role: {
    flag: 'role',
    arity: 'one',
    placeholder: 'role',
    schema: z.enum(ROLES).default('viewer'),
    expects: (messages) => messages.expects.oneOf(ROLES),
    text: 'keyRole',
    group: 'server',
  },
  label: {
    flag: 'label',
    arity: 'one',
    placeholder: 'name',
    schema: nameText(LONGEST_LABEL).default('key'),
    expects: (messages) => messages.expects.name(LONGEST_LABEL),
    text: 'keyLabel',
    group: 'server',
  },
  expires: {
    flag: 'expires',
    arity: 'one',
    placeholder: 'days',
    schema: whole(1).pipe(z.number().max(MOST_DAYS)).optional(),
    expects: (messages) => messages.expects.between(1, MOST_DAYS),
    text: 'keyExpires',
    group: 'server',
  },
  database: databaseOption,
  json: jsonOption,
} as const satisfies OptionTable;

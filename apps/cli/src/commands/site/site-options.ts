import { z } from 'zod';
import type { OptionTable } from '../../options/option.js';
import { databaseOption } from '../../options/tables/database-option.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { outputOption } from '../../options/tables/output-option.js';
import { names, truth } from '../../options/values/schemas.js';

/** Options of `understudy site export`. */
export const siteOptions = {
  output: {
    ...outputOption,
    placeholder: 'folder',
    schema: z.string().min(1).default('understudy-site'),
    text: 'siteOutput',
  },
  studies: {
    flag: 'studies',
    arity: 'many',
    placeholder: 'id',
    schema: names.optional(),
    expects: (messages) => messages.expects.names,
    text: 'siteStudies',
    group: 'results',
  },
  force: {
    flag: 'force',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'siteForce',
    group: 'results',
  },
  json: jsonOption,
  database: databaseOption,
} as const satisfies OptionTable;

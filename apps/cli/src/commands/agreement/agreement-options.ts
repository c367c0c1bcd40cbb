import { z } from 'zod';
import type { OptionTable } from '../../options/option.js';
import { battleOptions } from '../../options/tables/battle-options.js';
import { whole } from '../../options/values/schemas.js';

/** Options of `understudy agreement`. */
export const agreementOptions = {
  columns: battleOptions.columns,
  judges: { ...battleOptions.judges, text: 'agreementJudges' },
  against: {
    flag: 'against',
    arity: 'one',
    placeholder: 'glob',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.globs,
    text: 'against',
    group: 'votes',
  },
  by: battleOptions.by,
  bootstrap: {
    flag: 'bootstrap',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(1000),
    expects: (messages) => messages.expects.whole(0),
    text: 'agreementBootstrap',
    group: 'results',
  },
  seed: {
    flag: 'seed',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(0),
    expects: (messages) => messages.expects.whole(0),
    text: 'arenaSeed',
    group: 'results',
  },
  json: battleOptions.json,
} as const satisfies OptionTable;

import { AREAS } from '@understudy/catalog';
import { z } from 'zod';
import type { OptionTable } from '../../options/option.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { modelFilterOptions } from '../../options/tables/model-filter-options.js';
import { outputOption } from '../../options/tables/output-option.js';
import { names, truth } from '../../options/values/schemas.js';

/** Options of `understudy leaderboard`. */
export const leaderboardOptions = {
  tasks: {
    flag: 'tasks',
    short: 't',
    arity: 'many',
    placeholder: 'name',
    schema: names.optional(),
    expects: (messages) => messages.expects.names,
    text: 'boardTasks',
    group: 'results',
  },
  area: {
    flag: 'area',
    arity: 'many',
    placeholder: 'name',
    schema: names.pipe(z.array(z.enum(AREAS))).optional(),
    expects: (messages) => messages.expects.someOf(AREAS),
    text: 'boardArea',
    group: 'results',
  },
  allMetrics: {
    flag: 'all-metrics',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'boardAllMetrics',
    group: 'results',
  },
  parts: {
    flag: 'parts',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'boardParts',
    group: 'results',
  },
  ...modelFilterOptions,
  csv: {
    flag: 'csv',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'boardCsv',
    group: 'results',
  },
  json: jsonOption,
  output: outputOption,
} as const satisfies OptionTable;

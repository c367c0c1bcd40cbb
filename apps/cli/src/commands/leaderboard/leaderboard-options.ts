import { AREAS } from '@understudy/catalog';
import { z } from 'zod';
import type { OptionTable } from '../../options/option.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { outputOption } from '../../options/tables/output-option.js';
import { names, parameterCount, truth } from '../../options/values/schemas.js';

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
  commercial: {
    flag: 'commercial',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'boardCommercial',
    group: 'results',
  },
  open: {
    flag: 'open',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'boardOpen',
    group: 'results',
  },
  maxParameters: {
    flag: 'max-parameters',
    arity: 'one',
    placeholder: 'n',
    schema: parameterCount.optional(),
    expects: (messages) => messages.expects.parameterCount,
    text: 'boardMaxParameters',
    group: 'results',
  },
  language: {
    flag: 'language',
    arity: 'many',
    placeholder: 'code',
    schema: names.optional(),
    expects: (messages) => messages.expects.names,
    text: 'boardLanguage',
    group: 'results',
  },
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

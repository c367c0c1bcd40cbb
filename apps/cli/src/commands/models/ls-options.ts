import { needsShape } from '@understudy/advise';
import { MODEL_KINDS } from '@understudy/catalog';
import { z } from 'zod';
import { jsonOption } from '../../options/tables/json-option.js';
import { modelFilterOptions } from '../../options/tables/model-filter-options.js';
import { quantizationOption } from '../../options/tables/quantization-option.js';
import type { OptionTable } from '../../options/option.js';
import { names, truth } from '../../options/values/schemas.js';

/** Options of `understudy models ls`. */
export const lsOptions = {
  family: {
    flag: 'family',
    arity: 'many',
    placeholder: 'name',
    schema: names.default([]),
    expects: (messages) => messages.expects.names,
    text: 'family',
    group: 'results',
  },
  kind: {
    flag: 'kind',
    arity: 'many',
    placeholder: 'kind',
    schema: names.pipe(z.array(z.enum(MODEL_KINDS))).default([]),
    expects: (messages) => messages.expects.someOf(MODEL_KINDS),
    text: 'kind',
    group: 'results',
  },
  ...modelFilterOptions,
  maxMemory: {
    flag: 'max-memory',
    arity: 'one',
    placeholder: 'size',
    schema: needsShape.maxMemory,
    expects: (messages) => messages.expects.memory,
    text: 'listMaxMemory',
    group: 'results',
  },
  quantization: quantizationOption,
  context: {
    flag: 'context',
    arity: 'one',
    placeholder: 'tokens',
    schema: needsShape.context,
    expects: (messages) => messages.expects.tokens,
    text: 'listContext',
    group: 'results',
  },
  local: {
    flag: 'local',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'local',
    group: 'results',
  },
  json: jsonOption,
} as const satisfies OptionTable;

import { needsShape } from '@understudy/advise';
import { COMMERCIAL_USES, MODEL_KINDS, QUANTIZATION_NAMES } from '@understudy/catalog';
import { z } from 'zod';
import { jsonOption } from '../../options/tables/json-option.js';
import type { OptionTable } from '../../options/option.js';
import { names, truth } from '../../options/values/schemas.js';

/** `--commercial` alone asks for models without conditions; `no` is a use like the others, and turns nothing off. */
const commercialUses = z
  .union([z.boolean().transform((isAsked) => (isAsked ? ['yes'] : [])), names])
  .pipe(z.array(z.enum(COMMERCIAL_USES)));

/** `13B`, `500M`, `6738415616`. */
const parameters = z
  .union([z.number(), z.string()])
  .transform((value) => {
    const [, digits = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([mMbB]?)\s*$/.exec(String(value)) ?? [];
    return digits === ''
      ? Number.NaN
      : Number(digits) * { '': 1, M: 1e6, B: 1e9 }[unit.toUpperCase() as '' | 'M' | 'B'];
  })
  .pipe(z.number().positive());

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
  commercial: {
    flag: 'commercial',
    arity: 'optional',
    placeholder: 'use',
    schema: commercialUses.default([]),
    expects: (messages) => messages.expects.someOf(COMMERCIAL_USES),
    text: 'commercial',
    group: 'results',
  },
  maxMemory: {
    flag: 'max-memory',
    arity: 'one',
    placeholder: 'size',
    schema: needsShape.maxMemory,
    expects: (messages) => messages.expects.memory,
    text: 'listMaxMemory',
    group: 'results',
  },
  quantization: {
    flag: 'quantization',
    arity: 'one',
    placeholder: 'format',
    schema: z.enum(QUANTIZATION_NAMES).default('Q4_K_M'),
    expects: (messages) => messages.expects.oneOf(QUANTIZATION_NAMES),
    text: 'memoryQuantization',
    group: 'results',
  },
  context: {
    flag: 'context',
    arity: 'one',
    placeholder: 'tokens',
    schema: needsShape.context,
    expects: (messages) => messages.expects.tokens,
    text: 'listContext',
    group: 'results',
  },
  language: {
    flag: 'language',
    arity: 'many',
    placeholder: 'code',
    schema: names.default([]),
    expects: (messages) => messages.expects.names,
    text: 'listLanguage',
    group: 'results',
  },
  maxParameters: {
    flag: 'max-parameters',
    arity: 'one',
    placeholder: 'n',
    schema: parameters.optional(),
    expects: (messages) => messages.expects.parameters,
    text: 'listMaxParameters',
    group: 'results',
  },
  releasedSince: {
    flag: 'released-since',
    arity: 'one',
    placeholder: 'date',
    schema: z
      .union([z.string(), z.number().transform(String)])
      .pipe(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))
      .optional(),
    expects: (messages) => messages.expects.dateOrMonth,
    text: 'listReleasedSince',
    group: 'results',
  },
  open: {
    flag: 'open',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'listOpen',
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

import { COMMERCIAL_USES } from '@understudy/catalog';
import { z } from 'zod';
import type { OptionTable } from '../option.js';
import { names, parameterCount, truth } from '../values/schemas.js';

/** `--commercial` alone asks for models without conditions; `no` is a use like the others, and turns nothing off. */
const commercialUses = z
  .union([z.boolean().transform((isAsked) => (isAsked ? ['yes'] : [])), names])
  .pipe(z.array(z.enum(COMMERCIAL_USES)));

/** Which models to show, by their cards: the same wherever models are listed. */
export const modelFilterOptions = {
  commercial: {
    flag: 'commercial',
    arity: 'optional',
    placeholder: 'use',
    schema: commercialUses.default([]),
    expects: (messages) => messages.expects.someOf(COMMERCIAL_USES),
    text: 'commercial',
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
    schema: parameterCount.optional(),
    expects: (messages) => messages.expects.parameterCount,
    text: 'listMaxParameters',
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
} as const satisfies OptionTable;

import type { OptionTable } from '../option.js';
import { sampleIndices } from '../values/sample-indices.js';
import { positive } from '../values/schemas.js';
import { seeds } from '../values/seeds.js';

/** Which documents of a task, and what is drawn at random. */
export const documentOptions = {
  limit: {
    flag: 'limit',
    short: 'L',
    arity: 'one',
    placeholder: 'n',
    schema: positive.optional(),
    expects: (messages) => messages.expects.positive,
    text: 'limit',
    group: 'documents',
    harness: true,
  },
  samples: {
    flag: 'samples',
    short: 'E',
    arity: 'one',
    placeholder: 'json',
    schema: sampleIndices.optional(),
    expects: (messages) => messages.expects.sampleIndices,
    text: 'samples',
    group: 'documents',
    harness: true,
  },
  seed: {
    flag: 'seed',
    arity: 'one',
    placeholder: 'seed',
    schema: seeds,
    expects: (messages) => messages.expects.seeds,
    text: 'seed',
    group: 'documents',
    harness: true,
  },
} as const satisfies OptionTable;

import { z } from 'zod';
import { jsonOption } from './json-option.js';
import type { OptionTable } from '../option.js';
import { truth, whole } from '../values/schemas.js';

/** What is printed, written and kept. */
export const resultOptions = {
  outputPath: {
    flag: 'output_path',
    short: 'o',
    arity: 'one',
    placeholder: 'path',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.texts,
    text: 'outputPath',
    group: 'results',
    harness: true,
  },
  logSamples: {
    flag: 'log_samples',
    short: 's',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'logSamples',
    group: 'results',
    harness: true,
  },
  predictOnly: {
    flag: 'predict_only',
    short: 'x',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'predictOnly',
    group: 'results',
    harness: true,
  },
  writeOut: {
    flag: 'write_out',
    short: 'w',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'writeOut',
    group: 'results',
    harness: true,
  },
  showConfig: {
    flag: 'show_config',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'showConfig',
    group: 'results',
    harness: true,
  },
  bootstrapIters: {
    flag: 'bootstrap_iters',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(100_000),
    expects: (messages) => messages.expects.whole(0),
    text: 'bootstrapIters',
    group: 'results',
  },
  json: jsonOption,
  resume: {
    flag: 'no-resume',
    arity: 'switch',
    schema: truth.default(true),
    expects: (messages) => messages.expects.truth,
    text: 'noResume',
    group: 'results',
  },
} as const satisfies OptionTable;

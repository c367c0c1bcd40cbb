import { COMPUTE_FORMATS, ENGINE_NAMES, KV_TYPES } from '@understudy/core';
import { z } from 'zod';
import { modelOptions } from './model-options.js';
import type { OptionTable } from '../option.js';
import { truth, whole } from '../values/schemas.js';

/** How a local model is run; shared by every command that opens one. Names follow llama.cpp's. */
export const engineOptions = {
  engine: {
    flag: 'engine',
    arity: 'one',
    placeholder: 'name',
    schema: z.enum(ENGINE_NAMES).default('auto'),
    expects: (messages) => messages.expects.oneOf(ENGINE_NAMES),
    text: 'engine',
    group: 'engine',
  },
  compute: {
    flag: 'compute',
    arity: 'one',
    placeholder: 'format',
    schema: z.enum(COMPUTE_FORMATS).default('auto'),
    expects: (messages) => messages.expects.oneOf(COMPUTE_FORMATS),
    text: 'compute',
    group: 'engine',
  },
  kvType: {
    flag: 'kv-type',
    arity: 'one',
    placeholder: 'format',
    schema: z.enum(KV_TYPES).optional(),
    expects: (messages) => messages.expects.oneOf(KV_TYPES),
    text: 'kvType',
    group: 'engine',
  },
  threads: {
    flag: 'threads',
    arity: 'one',
    placeholder: 'n',
    schema: whole(1).optional(),
    expects: (messages) => messages.expects.whole(1),
    text: 'threads',
    group: 'engine',
  },
  gpuLayers: {
    flag: 'gpu-layers',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(0),
    expects: (messages) => messages.expects.whole(0),
    text: 'gpuLayers',
    group: 'engine',
  },
  context: {
    flag: 'context',
    arity: 'one',
    placeholder: 'tokens',
    schema: whole(1).optional(),
    expects: (messages) => messages.expects.whole(1),
    text: 'context',
    group: 'engine',
  },
  ...modelOptions,
  deterministic: {
    flag: 'deterministic',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'deterministic',
    group: 'engine',
  },
} as const satisfies OptionTable;

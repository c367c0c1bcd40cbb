import { z } from 'zod';
import { engineOptions } from '../../options/engine-options.js';
import type { OptionTable } from '../../options/option.js';
import { remoteOptions } from '../../options/remote-options.js';
import { between, whole } from '../../options/schemas.js';

const { compute, kvType, threads, gpuLayers, context } = engineOptions;

/** Options of `understudy chat`. */
export const chatOptions = {
  systemInstruction: {
    flag: 'system_instruction',
    arity: 'one',
    placeholder: 'text',
    schema: z.string().optional(),
    expects: (messages) => messages.expects.texts,
    text: 'chatSystem',
    group: 'prompts',
  },
  chatTemplate: {
    flag: 'chat_template',
    arity: 'one',
    placeholder: 'template',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.texts,
    text: 'chatTemplate',
    group: 'prompts',
  },
  temperature: {
    flag: 'temperature',
    arity: 'one',
    placeholder: 't',
    schema: between(0, 100).default(0.7),
    expects: (messages) => messages.expects.between(0, 100),
    text: 'temperature',
    group: 'sampling',
  },
  topK: {
    flag: 'top_k',
    arity: 'one',
    placeholder: 'k',
    schema: whole(0).default(40),
    expects: (messages) => messages.expects.whole(0),
    text: 'topK',
    group: 'sampling',
  },
  topP: {
    flag: 'top_p',
    arity: 'one',
    placeholder: 'p',
    schema: between(0, 1).default(0.95),
    expects: (messages) => messages.expects.between(0, 1),
    text: 'topP',
    group: 'sampling',
  },
  minP: {
    flag: 'min_p',
    arity: 'one',
    placeholder: 'p',
    schema: between(0, 1).default(0.05),
    expects: (messages) => messages.expects.between(0, 1),
    text: 'minP',
    group: 'sampling',
  },
  maxGenToks: {
    flag: 'max_gen_toks',
    arity: 'one',
    placeholder: 'n',
    schema: whole(1).default(1024),
    expects: (messages) => messages.expects.whole(1),
    text: 'maxGenToks',
    group: 'sampling',
  },
  seed: {
    flag: 'seed',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(0),
    expects: (messages) => messages.expects.whole(0),
    text: 'chatSeed',
    group: 'sampling',
  },
  compute: { ...compute, schema: compute.schema.unwrap().default('native') },
  kvType,
  threads,
  gpuLayers,
  context,
  ...remoteOptions,
} as const satisfies OptionTable;

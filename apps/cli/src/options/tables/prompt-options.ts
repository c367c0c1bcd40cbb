import { z } from 'zod';
import { keyValues } from '../values/key-values.js';
import type { OptionTable } from '../option.js';
import { truth, whole } from '../values/schemas.js';

/** How documents become prompts, and how answers are generated. */
export const promptOptions = {
  numFewshot: {
    flag: 'num_fewshot',
    short: 'f',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).optional(),
    expects: (messages) => messages.expects.whole(0),
    text: 'numFewshot',
    group: 'prompts',
    harness: true,
  },
  applyChatTemplate: {
    flag: 'apply_chat_template',
    arity: 'optional',
    placeholder: 'template',
    schema: z.union([truth, z.string()]).default(false),
    expects: (messages) => messages.expects.texts,
    text: 'applyChatTemplate',
    group: 'prompts',
    harness: true,
  },
  systemInstruction: {
    flag: 'system_instruction',
    arity: 'one',
    placeholder: 'text',
    schema: z.string().optional(),
    expects: (messages) => messages.expects.texts,
    text: 'systemInstruction',
    group: 'prompts',
    harness: true,
  },
  fewshotAsMultiturn: {
    flag: 'fewshot_as_multiturn',
    arity: 'optional',
    placeholder: 'bool',
    schema: truth.optional(),
    expects: (messages) => messages.expects.truth,
    text: 'fewshotAsMultiturn',
    group: 'prompts',
    harness: true,
  },
  genKwargs: {
    flag: 'gen_kwargs',
    arity: 'many',
    placeholder: 'key=value',
    schema: keyValues.optional(),
    expects: (messages) => messages.expects.keyValues,
    text: 'genKwargs',
    group: 'prompts',
    harness: true,
  },
} as const satisfies OptionTable;

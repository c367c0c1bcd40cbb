import { z } from 'zod';
import { engineOptions } from '../../options/tables/engine-options.js';
import type { OptionTable } from '../../options/option.js';
import { modelOptions } from '../../options/tables/model-options.js';
import { promptOptions } from '../../options/tables/prompt-options.js';
import { remoteOptions } from '../../options/tables/remote-options.js';
import { samplingOptions } from './sampling-options.js';

const { compute, kvType, threads, gpuLayers, context } = engineOptions;

/** Which form a model that answers takes, and how it is run. */
export const chatModelOptions = {
  chatTemplate: {
    flag: 'chat_template',
    arity: 'one',
    placeholder: 'template',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.texts,
    text: 'chatTemplate',
    group: 'prompts',
  },
  compute: { ...compute, schema: compute.schema.unwrap().default('native') },
  kvType,
  threads,
  gpuLayers,
  context,
  ...remoteOptions,
  ...modelOptions,
} as const satisfies OptionTable;

/** Options of `understudy chat`. */
export const chatOptions = {
  systemInstruction: { ...promptOptions.systemInstruction, text: 'chatSystem' },
  ...samplingOptions,
  ...chatModelOptions,
} as const satisfies OptionTable;

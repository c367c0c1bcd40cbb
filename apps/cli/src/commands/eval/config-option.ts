import { z } from 'zod';
import type { OptionDefinition } from '../../options/option.js';

/** `--config`, the only option that a config file cannot have. */
export const configOption = {
  flag: 'config',
  short: 'C',
  arity: 'one',
  placeholder: 'path',
  schema: z.string().min(1).optional(),
  expects: (messages) => messages.expects.path,
  text: 'config',
  group: 'modelsAndTasks',
  harness: true,
} as const satisfies OptionDefinition;

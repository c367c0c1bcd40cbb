import { z } from 'zod';
import type { OptionDefinition } from '../option.js';

const schema = z.string().min(1).optional();

/** `--output`, wherever a result is a file: the standard output when absent. */
export const outputOption = {
  flag: 'output',
  arity: 'one',
  placeholder: 'file',
  schema,
  expects: (messages) => messages.expects.path,
  text: 'output',
  group: 'results',
} as const satisfies OptionDefinition<typeof schema>;

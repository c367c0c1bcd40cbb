import { z } from 'zod';
import type { OptionDefinition } from '../option.js';

const schema = z.string().min(1).optional();

/** `--database`, wherever the arena is used. */
export const databaseOption = {
  flag: 'database',
  arity: 'one',
  placeholder: 'file|url',
  schema,
  expects: (messages) => messages.expects.database,
  text: 'database',
  group: 'server',
} as const satisfies OptionDefinition<typeof schema>;

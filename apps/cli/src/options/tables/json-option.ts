import type { OptionDefinition } from '../option.js';
import { truth } from '../values/schemas.js';

const schema = truth.default(false);

/** `--json`, wherever a result is printed. */
export const jsonOption = {
  flag: 'json',
  arity: 'switch',
  schema,
  expects: (messages) => messages.expects.truth,
  text: 'json',
  group: 'results',
} as const satisfies OptionDefinition<typeof schema>;

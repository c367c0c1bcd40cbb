import type { OptionDefinition } from '../option.js';
import { texts } from '../values/schemas.js';

const schema = texts.default([]);

/** `--include_path`, wherever task names are understood. */
export const includePathOption = {
  flag: 'include_path',
  arity: 'many',
  placeholder: 'path',
  schema,
  expects: (messages) => messages.expects.texts,
  text: 'includePath',
  group: 'modelsAndTasks',
  harness: true,
} as const satisfies OptionDefinition<typeof schema>;

import { includePathOption } from './include-path-option.js';
import type { OptionTable } from '../option.js';
import { names, texts } from '../values/schemas.js';

/** What `understudy eval` evaluates when no `--model` is given: the default shortlist. */
export const DEFAULT_MODELS = ['smollm2-135m-instruct', 'gemma-3-270m'] as const;

/** What `understudy eval` runs when no `--tasks` is given: the suite that ships inside the repository. */
export const DEFAULT_TASKS = ['quick'] as const;

/** Which models and which tasks. */
export const modelAndTaskOptions = {
  model: {
    flag: 'model',
    short: 'M',
    arity: 'many',
    placeholder: 'spec',
    schema: texts.default([...DEFAULT_MODELS]),
    expects: (messages) => messages.expects.texts,
    text: 'model',
    group: 'modelsAndTasks',
  },
  tasks: {
    flag: 'tasks',
    short: 't',
    arity: 'many',
    placeholder: 'task',
    schema: names.default([...DEFAULT_TASKS]),
    expects: (messages) => messages.expects.names,
    text: 'tasks',
    group: 'modelsAndTasks',
    harness: true,
  },
  includePath: includePathOption,
} as const satisfies OptionTable;

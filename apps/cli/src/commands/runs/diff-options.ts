import { jsonOption } from '../../options/tables/json-option.js';
import type { OptionTable } from '../../options/option.js';
import { between, names, whole } from '../../options/values/schemas.js';

/** Options of `understudy runs diff`. */
export const diffOptions = {
  tasks: {
    flag: 'tasks',
    short: 't',
    arity: 'many',
    placeholder: 'task',
    schema: names.optional(),
    expects: (messages) => messages.expects.names,
    text: 'diffTasks',
    group: 'results',
  },
  tolerance: {
    flag: 'tolerance',
    arity: 'one',
    placeholder: 'nats',
    schema: between(0, 1e6).default(0.01),
    expects: (messages) => messages.expects.between(0, 1e6),
    text: 'tolerance',
    group: 'results',
  },
  show: {
    flag: 'show',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(10),
    expects: (messages) => messages.expects.whole(0),
    text: 'show',
    group: 'results',
  },
  json: jsonOption,
} as const satisfies OptionTable;

import type { OptionTable } from '../../../options/option.js';
import { jsonOption } from '../../../options/tables/json-option.js';
import { whole } from '../../../options/values/schemas.js';
import { chatOptions } from '../../chat/chat-options.js';
import { questionsOption } from '../questions-option.js';
import { textOption } from '../text-option.js';

/** Options of `understudy arena answers generate`: those of `chat`, and which questions. */
export const generateOptions = {
  questions: questionsOption,
  name: textOption({ flag: 'name', placeholder: 'name', text: 'arenaModelName' }),
  organisation: textOption({ flag: 'organisation', placeholder: 'name', text: 'arenaOrganisation' }),
  samples: {
    flag: 'samples',
    arity: 'one',
    placeholder: 'n',
    schema: whole(1).default(1),
    expects: (messages) => messages.expects.whole(1),
    text: 'arenaSamples',
    group: 'arena',
  },
  limit: {
    flag: 'limit',
    arity: 'one',
    placeholder: 'n',
    schema: whole(1).optional(),
    expects: (messages) => messages.expects.whole(1),
    text: 'arenaLimit',
    group: 'arena',
  },
  json: jsonOption,
  ...chatOptions,
} as const satisfies OptionTable;

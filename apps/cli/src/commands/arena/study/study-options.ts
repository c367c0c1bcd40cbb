import { nameText } from '@understudy/arena';
import { z } from 'zod';
import type { OptionTable } from '../../../options/option.js';
import { jsonOption } from '../../../options/tables/json-option.js';
import { between, names, truth, whole } from '../../../options/values/schemas.js';
import { questionsOption } from '../questions-option.js';
import { textOption } from '../text-option.js';

/** Of a study, as on the web. */
export const LONGEST_TITLE = 200;
const MISSING = ['refuse', 'leave-out'] as const;

/** What a plan takes beside the design; used when a study is opened, and to show it before. */
export const planOptions = {
  gold: textOption({ flag: 'gold', placeholder: 'file', text: 'arenaGold' }),
  training: textOption({ flag: 'training', placeholder: 'file', text: 'arenaTraining' }),
  missing: {
    flag: 'missing',
    arity: 'one',
    placeholder: 'rule',
    schema: z.enum(MISSING).default('refuse'),
    expects: (messages) => messages.expects.oneOf(MISSING),
    text: 'arenaMissing',
    group: 'arena',
  },
} as const satisfies OptionTable;

/** Options of `understudy arena study create`. */
export const studyCreateOptions = {
  questions: questionsOption,
  models: {
    flag: 'models',
    arity: 'many',
    placeholder: 'names',
    schema: names.default([]),
    expects: (messages) => messages.expects.names,
    text: 'arenaModels',
    group: 'arena',
  },
  items: {
    flag: 'items',
    arity: 'one',
    placeholder: 'n',
    schema: whole(1).optional(),
    expects: (messages) => messages.expects.whole(1),
    text: 'arenaItems',
    group: 'arena',
  },
  votesPerItem: {
    flag: 'votes-per-item',
    arity: 'one',
    placeholder: 'n',
    schema: whole(1).default(2),
    expects: (messages) => messages.expects.whole(1),
    text: 'arenaVotesPerItem',
    group: 'arena',
  },
  overlap: {
    flag: 'overlap',
    arity: 'one',
    placeholder: 'share',
    schema: between(0, 1).default(0.2),
    expects: (messages) => messages.expects.between(0, 1),
    text: 'arenaOverlap',
    group: 'arena',
  },
  goldEvery: {
    flag: 'gold-every',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(0),
    expects: (messages) => messages.expects.whole(0),
    text: 'arenaGoldEvery',
    group: 'arena',
  },
  seed: {
    flag: 'seed',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(0),
    expects: (messages) => messages.expects.whole(0),
    text: 'arenaSeed',
    group: 'arena',
  },
  title: {
    ...textOption({ flag: 'title', placeholder: 'text', text: 'arenaStudyTitle' }),
    schema: nameText(LONGEST_TITLE).optional(),
    expects: (messages) => messages.expects.name(LONGEST_TITLE),
  },
  instructions: textOption({ flag: 'instructions', placeholder: 'file', text: 'arenaInstructions' }),
  completionCode: textOption({ flag: 'completion-code', placeholder: 'text', text: 'arenaCompletionCode' }),
  open: {
    flag: 'open',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'arenaOpen',
    group: 'arena',
  },
  ...planOptions,
  json: jsonOption,
} as const satisfies OptionTable;

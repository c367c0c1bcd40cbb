import { VERDICT_FORMS } from '@understudy/arena';
import { z } from 'zod';
import type { OptionTable } from '../../options/option.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { names, texts, truth, whole, between } from '../../options/values/schemas.js';
import { chatModelOptions } from '../chat/chat-options.js';

const MODES = ['pairwise', 'single', 'baseline'] as const;
const FORMS = ['auto', ...VERDICT_FORMS] as const;

/** What a report is narrowed to; shared by `judge run` and `judge show`. */
export const judgeReportOptions = {
  baseline: {
    flag: 'baseline',
    arity: 'one',
    placeholder: 'model',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.texts,
    text: 'judgeBaseline',
    group: 'judging',
  },
  humans: {
    flag: 'humans',
    arity: 'one',
    placeholder: 'file',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.path,
    text: 'judgeHumans',
    group: 'judging',
  },
  json: jsonOption,
} as const satisfies OptionTable;

/** Options of `understudy judge run`. */
export const judgeRunOptions = {
  judge: {
    flag: 'judge',
    arity: 'one',
    placeholder: 'spec',
    schema: z.string().min(1),
    expects: (messages) => messages.expects.texts,
    text: 'judgeSpec',
    group: 'judging',
  },
  questions: {
    flag: 'questions',
    arity: 'one',
    placeholder: 'set|file',
    schema: z.string().min(1),
    expects: (messages) => messages.expects.texts,
    text: 'judgeQuestions',
    group: 'judging',
  },
  references: {
    flag: 'references',
    arity: 'one',
    placeholder: 'file',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.path,
    text: 'judgeReferences',
    group: 'judging',
  },
  answers: {
    flag: 'answers',
    arity: 'many',
    placeholder: 'file',
    schema: texts.default([]),
    expects: (messages) => messages.expects.path,
    text: 'judgeAnswers',
    group: 'judging',
  },
  models: {
    flag: 'models',
    arity: 'many',
    placeholder: 'names',
    schema: names.default([]),
    expects: (messages) => messages.expects.names,
    text: 'judgeModels',
    group: 'judging',
  },
  mode: {
    flag: 'mode',
    arity: 'one',
    placeholder: 'name',
    schema: z.enum(MODES).default('pairwise'),
    expects: (messages) => messages.expects.oneOf(MODES),
    text: 'judgeMode',
    group: 'judging',
  },
  prompt: {
    flag: 'prompt',
    arity: 'one',
    placeholder: 'name|file',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.texts,
    text: 'judgePrompt',
    group: 'judging',
  },
  verdict: {
    flag: 'verdict',
    arity: 'one',
    placeholder: 'form',
    schema: z.enum(FORMS).default('auto'),
    expects: (messages) => messages.expects.oneOf(FORMS),
    text: 'judgeVerdict',
    group: 'judging',
  },
  noReference: {
    flag: 'no-reference',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'judgeNoReference',
    group: 'judging',
  },
  turns: {
    flag: 'turns',
    arity: 'one',
    placeholder: 'n',
    schema: whole(1).optional(),
    expects: (messages) => messages.expects.whole(1),
    text: 'judgeTurns',
    group: 'judging',
  },
  limit: {
    flag: 'limit',
    arity: 'one',
    placeholder: 'n',
    schema: whole(1).optional(),
    expects: (messages) => messages.expects.whole(1),
    text: 'judgeLimit',
    group: 'judging',
  },
  repeats: {
    flag: 'repeats',
    arity: 'one',
    placeholder: 'n',
    schema: whole(1).default(1),
    expects: (messages) => messages.expects.whole(1),
    text: 'judgeRepeats',
    group: 'judging',
  },
  temperature: {
    flag: 'temperature',
    arity: 'one',
    placeholder: 't',
    schema: between(0, 100).default(0),
    expects: (messages) => messages.expects.between(0, 100),
    text: 'temperature',
    group: 'judging',
  },
  seed: {
    flag: 'seed',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(0),
    expects: (messages) => messages.expects.whole(0),
    text: 'arenaSeed',
    group: 'judging',
  },
  dryRun: {
    flag: 'dry-run',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'judgeDryRun',
    group: 'judging',
  },
  ...judgeReportOptions,
  ...chatModelOptions,
} as const satisfies OptionTable;

import { PRESET_SETS } from '@understudy/arena';
import { z } from 'zod';
import type { OptionDefinition } from '../../options/option.js';

const schema = z.string().min(1).default(PRESET_SETS[0]);

/** `--questions SET`: which questions, by the id of their set. */
export const questionsOption = {
  flag: 'questions',
  arity: 'one',
  placeholder: 'set',
  schema,
  expects: (messages) => messages.expects.texts,
  text: 'arenaQuestions',
  group: 'arena',
} as const satisfies OptionDefinition<typeof schema>;

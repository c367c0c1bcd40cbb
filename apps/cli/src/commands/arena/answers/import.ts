import { ANSWER_FORMAT_NAMES, putReadAnswers, readAnswers } from '@understudy/arena';
import type { Question } from '@understudy/store';
import { z } from 'zod';
import { EXIT } from '../../../errors/exit-codes.js';
import type { OptionTable } from '../../../options/option.js';
import { jsonOption } from '../../../options/tables/json-option.js';
import { keyValues } from '../../../options/values/key-values.js';
import { truth } from '../../../options/values/schemas.js';
import { formatCount } from '../../../terminal/format-count.js';
import { printJson } from '../../../terminal/print-json.js';
import { progressLine } from '../../../terminal/progress-line.js';
import { showProgress } from '../../../terminal/show-progress.js';
import { defineCommand } from '../../command.js';
import { openHomeArena } from '../../open-home-arena.js';
import { findQuestions } from '../find-questions.js';
import { questionsOption } from '../questions-option.js';

const COLUMNS = ['question', 'model', 'answer', 'turn', 'sample', 'organisation', 'tokens'] as const;

const options = {
  questions: questionsOption,
  format: {
    flag: 'format',
    arity: 'one',
    placeholder: 'name',
    schema: z.enum(ANSWER_FORMAT_NAMES).optional(),
    expects: (messages) => messages.expects.oneOf(ANSWER_FORMAT_NAMES),
    text: 'arenaAnswerFormat',
    group: 'arena',
  },
  columns: {
    flag: 'columns',
    arity: 'one',
    placeholder: 'name=column,…',
    schema: keyValues.pipe(z.partialRecord(z.enum(COLUMNS), z.string().min(1))).optional(),
    expects: (messages) => messages.expects.columnNames(COLUMNS),
    text: 'arenaAnswerColumns',
    group: 'arena',
  },
  skipUnknown: {
    flag: 'skip-unknown',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'arenaSkipUnknown',
    group: 'arena',
  },
  json: jsonOption,
} as const satisfies OptionTable;

/** `understudy arena answers import FILE… --questions SET` */
export const answersImport = defineCommand({
  options,
  async run({ values, words }, context) {
    const { messages, stdout, stderr, signal } = context;
    await using store = await openHomeArena(context);
    const questions: readonly Question[] = await findQuestions(store, values.questions, messages);
    using display = showProgress(stderr);
    const models = new Set<string>();
    let [answers, leaks] = [0, 0];
    const { format, columns, skipUnknown } = values;
    for (const path of words) {
      const settings = {
        questions,
        format,
        columns: columns as Record<string, string> | undefined,
        skipUnknown,
        signal,
      };
      const onProgress = (progress: Parameters<typeof progressLine>[0]): void => display.update(progressLine(progress));
      for await (const batch of readAnswers(path, { ...settings, onProgress })) {
        await putReadAnswers(store, batch);
        for (const { answer } of batch) {
          models.add(answer.versionId);
          answers++;
          if (answer.identityLeak) leaks++;
        }
      }
    }
    display.clear();
    if (values.json) printJson(stdout, { set: values.questions, answers, models: [...models], identityLeaks: leaks });
    else {
      const { imported, leaked } = messages.arena.answers;
      stdout.write(`${imported(formatCount(answers), formatCount(models.size))}\n`);
      if (leaks > 0) stdout.write(`${leaked(formatCount(leaks))}\n`);
    }
    return EXIT.done;
  },
});

import { readFile } from 'node:fs/promises';
import { putNewModels, readAlpacaEval } from '@understudy/arena';
import { UserError } from '@understudy/core';
import { z } from 'zod';
import { EXIT } from '../../errors/exit-codes.js';
import type { OptionTable } from '../../options/option.js';
import { formatCount } from '../../terminal/format-count.js';
import { defineCommand } from '../command.js';
import { openHomeArena } from '../open-home-arena.js';

const options = {
  set: {
    flag: 'set',
    arity: 'one',
    placeholder: 'id',
    schema: z.string().min(1).default('alpaca-eval'),
    expects: (messages) => messages.expects.texts,
    text: 'judgeSet',
    group: 'judging',
  },
} as const satisfies OptionTable;

/** `understudy judge import ANNOTATIONS.json` */
export const judgeImport = defineCommand({
  options,
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const [path = ''] = words;
    const text = await readText(path);
    await using store = await openHomeArena(context);
    const imported = readAlpacaEval(text, { path, setId: values.set, now: Date.now() });
    const { set, questions, models, answers, judges, judgements } = imported;
    await putNewModels(store, models);
    const before = await store.questions(set.id);
    const ids = new Set(before.map(({ id }) => id));
    await store.putQuestionSet(set, [...before, ...questions.filter(({ id }) => !ids.has(id))]);
    await store.putAnswers(answers);
    for (const judge of judges) await store.putJudge(judge);
    await store.appendJudgements(judgements);
    const counts = {
      judgements: formatCount(judgements.length),
      questions: formatCount(questions.length),
      judges: judges.map(({ id }) => id).join(', '),
    };
    stdout.write(`${messages.judge.imported(counts)}\n`);
    return EXIT.done;
  },
});

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UserError({
      code: 'alpaca-eval-unreadable',
      message: `Could not read ${path}.`,
      hint: 'Give the path of AlpacaEval’s annotations.json.',
      values: { path },
      cause,
    });
  }
}

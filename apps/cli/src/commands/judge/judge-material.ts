import { existsSync } from 'node:fs';
import { presetSetPath, putReadAnswers, readAnswers, readQuestions } from '@understudy/arena';
import { UserError } from '@understudy/core';
import type { Answer, ArenaStore, Question } from '@understudy/store';
import type { Messages } from '../../messages/messages.js';
import type { OptionValues } from '../../options/option.js';
import type { judgeRunOptions } from './judge-options.js';

/** What is to be judged; all of it is in the store. */
export interface JudgeMaterial {
  readonly questions: readonly Question[];
  readonly answers: readonly Answer[];
}

type Values = Pick<
  OptionValues<typeof judgeRunOptions>,
  'questions' | 'references' | 'answers' | 'models' | 'baseline' | 'limit'
>;

/**
 * Puts the questions and answers of files into the store, and reads what is to be judged from there: all models with answers to the
 * questions, or those of the answer files, or those named; the baseline always. Throws `UserError` where there is nothing.
 */
export async function judgeMaterial(store: ArenaStore, values: Values, messages: Messages): Promise<JudgeMaterial> {
  const setId = await questionSetOf(store, values, messages);
  const all = await store.questions(setId);
  const inFiles = new Set<string>();
  for (const path of values.answers) {
    for (const name of await putAnswerFile(store, path, all)) inFiles.add(name);
  }
  const questions = all.slice(0, values.limit);
  const wanted = new Set(values.models.length > 0 ? values.models : inFiles);
  const ids = new Set(questions.map(({ id }) => id));
  const answers: Answer[] = [];
  for await (const answer of store.answers({ setId })) {
    const isWanted = wanted.size === 0 || wanted.has(answer.versionId) || answer.versionId === values.baseline;
    if (isWanted && ids.has(answer.questionId)) answers.push(answer);
  }
  if (answers.length > 0) return { questions, answers };
  throw new UserError({
    code: 'judge-no-answers',
    message: messages.judge.noAnswers(setId),
    hint: messages.judge.noAnswersHint,
    values: { setId },
  });
}

/** The id of a set of the arena, of a built-in one, or that of a file's; the latter two are put into the arena. */
async function questionSetOf(
  store: ArenaStore,
  { questions: word, references }: Values,
  { judge: texts, arena }: Messages,
): Promise<string> {
  const sets = await store.listQuestionSets();
  if (sets.some(({ id }) => id === word) && references === undefined) return word;
  const path = existsSync(word) ? word : presetSetPath(word);
  if (path === undefined) {
    throw new UserError({
      code: 'question-set-unknown',
      message: texts.noQuestions(word),
      hint: arena.questions.unknownHint,
      values: { questions: word },
    });
  }
  const { set, questions } = await readQuestions(path, { references });
  await store.putQuestionSet(set, questions);
  return set.id;
}

/** Puts a file's answers into the arena and names their models. */
async function putAnswerFile(
  store: ArenaStore,
  path: string,
  questions: readonly Question[],
): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for await (const batch of readAnswers(path, { questions, skipUnknown: true })) {
    await putReadAnswers(store, batch);
    for (const { answer } of batch) names.add(answer.versionId);
  }
  return names;
}

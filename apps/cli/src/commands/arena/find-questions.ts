import { presetSetPath, readQuestions } from '@understudy/arena';
import { UserError } from '@understudy/core';
import type { ArenaStore, Question } from '@understudy/store';
import type { Messages } from '../../messages/messages.js';

/** The questions of a set in the arena; a built-in set is put there when it is first asked for. Throws `UserError` `question-set-unknown`. */
export async function findQuestions(
  store: Pick<ArenaStore, 'questions' | 'putQuestionSet'>,
  setId: string,
  { arena }: Messages,
): Promise<readonly Question[]> {
  const there = await store.questions(setId);
  if (there.length > 0) return there;
  const path = presetSetPath(setId);
  if (path === undefined) {
    throw new UserError({
      code: 'question-set-unknown',
      message: arena.questions.unknown(setId),
      hint: arena.questions.unknownHint,
      values: { set: setId },
    });
  }
  const { set, questions } = await readQuestions(path);
  await store.putQuestionSet(set, questions);
  return questions;
}

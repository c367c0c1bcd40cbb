import type { Answer, ArenaStore, Judge, Judgement, Question } from '@understudy/store';

/** Everything that a judge said, with what it is about. */
export interface StoredJudgements {
  readonly judgements: readonly Judgement[];
  readonly questions: readonly Question[];
  readonly answers: readonly Answer[];
}

/** Reads a judge's judgements and the questions and answers that they are about. */
export async function storedJudgements(store: ArenaStore, judge: Judge): Promise<StoredJudgements> {
  const judgements: Judgement[] = [];
  for await (const judgement of store.judgements({ judgeId: judge.id })) judgements.push(judgement);
  const wanted = new Set(judgements.map(({ questionId }) => questionId));
  const questions: Question[] = [];
  const answers: Answer[] = [];
  for (const set of await store.listQuestionSets()) {
    const some = (await store.questions(set.id)).filter(({ id }) => wanted.has(id));
    if (some.length === 0) continue;
    questions.push(...some);
    for await (const answer of store.answers({ setId: set.id })) answers.push(answer);
  }
  return { judgements, questions, answers };
}

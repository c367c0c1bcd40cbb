import type { Answer, Judgement, Question } from '@understudy/store';

/** A judgement with what it is about. */
export interface JudgedGame {
  readonly judgement: Judgement;
  readonly question: Question;
  readonly first: Answer;
  /** Null for `single`. */
  readonly second: Answer | null;
}

/** Joins judgements with their questions and answers; those about something else are left out. */
export function joinJudgements(
  judgements: Iterable<Judgement>,
  { questions, answers }: { readonly questions: readonly Question[]; readonly answers: readonly Answer[] },
): readonly JudgedGame[] {
  const questionOf = new Map(questions.map((question) => [question.id, question]));
  const answerOf = new Map(answers.map((answer) => [answer.id, answer]));
  const games: JudgedGame[] = [];
  for (const judgement of judgements) {
    const question = questionOf.get(judgement.questionId);
    const first = answerOf.get(judgement.firstAnswerId);
    const second = judgement.secondAnswerId === null ? null : answerOf.get(judgement.secondAnswerId);
    if (question === undefined || first === undefined || second === undefined) continue;
    games.push({ judgement, question, first, second });
  }
  return games;
}

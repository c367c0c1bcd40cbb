import type { Answer, Judgement, Question } from '@understudy/store';

/** A judgement with what it is about. */
export interface JudgedGame {
  readonly judgement: Judgement;
  readonly question: Question;
  readonly first: Answer;
  /** Null for `single`. */
  readonly second: Answer | null;
}

/**
 * Joins judgements with their questions and answers, by question, turn, run and the names of the models; those about something else are left
 * out.
 */
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
  const place = new Map(questions.map(({ id }, index) => [id, index]));
  return games.toSorted(
    (x, y) =>
      (place.get(x.question.id) ?? 0) - (place.get(y.question.id) ?? 0) ||
      x.judgement.turn - y.judgement.turn ||
      x.judgement.run - y.judgement.run ||
      compareText(namesOf(x), namesOf(y)),
  );
}

function namesOf({ first, second }: JudgedGame): string {
  return `${first.versionId}\0${second?.versionId ?? ''}`;
}

/** By code units, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

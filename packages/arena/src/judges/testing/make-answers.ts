import type { Answer, Question } from '@understudy/store';

/** A question for tests. */
export function makeQuestion(number: number, more: Partial<Question> = {}): Question {
  return {
    id: `test/${number}`,
    setId: 'test',
    aspect: 'writing',
    language: 'en',
    turns: [`Question ${number}?`],
    reference: null,
    referenceChecked: false,
    ...more,
  };
}

/** A model's answer to a question, for tests. */
export function makeAnswer(question: Question, versionId: string, turns: readonly string[]): Answer {
  return {
    id: `${question.id}/${versionId}`,
    questionId: question.id,
    versionId,
    sample: 0,
    turns,
    tokens: null,
    finishReason: null,
    latencyMs: null,
    cost: null,
    identityLeak: false,
  };
}

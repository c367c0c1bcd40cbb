import type { Question } from '@understudy/store';

/** A question's id as the file it came from has it: `mt-bench/81` is `81`. */
export function sourceQuestionId({ id, setId }: Pick<Question, 'id' | 'setId'>): string {
  return id.startsWith(`${setId}/`) ? id.slice(setId.length + 1) : id;
}

/** The same as a number where it is written like one, as in FastChat's files. */
export function numberedQuestionId(question: Pick<Question, 'id' | 'setId'>): string | number {
  const id = sourceQuestionId(question);
  return /^\d{1,9}$/u.test(id) ? Number(id) : id;
}

import type { Question } from '@understudy/store';
import type { RawAnswer } from './raw-answer.js';

/** Finds the questions that answers are to: by their full id, by the id within the set, or by their text. */
export class QuestionIndex {
  readonly #byId = new Map<string, Question>();
  readonly #byText = new Map<string, Question>();

  constructor(questions: readonly Question[]) {
    for (const question of questions) {
      const local = question.id.slice(question.setId.length + 1);
      this.#byId.set(local, question);
      const text = plain(question.turns[0] ?? '');
      if (!this.#byText.has(text)) this.#byText.set(text, question);
    }
    // Full ids win where a local id looks like one.
    for (const question of questions) this.#byId.set(question.id, question);
  }

  find(question: RawAnswer['question']): Question | undefined {
    if ('text' in question) return this.#byText.get(plain(question.text));
    return this.#byId.get(question.id) ?? this.#byText.get(plain(question.id));
  }
}

/** Files differ in white space at the ends and in line ends. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

import { answerStatistics } from '@understudy/arena';
import { EXIT } from '../../../errors/exit-codes.js';
import { jsonOption } from '../../../options/tables/json-option.js';
import { formatColumns } from '../../../terminal/columns.js';
import { formatCount } from '../../../terminal/format-count.js';
import { printJson } from '../../../terminal/print-json.js';
import { defineCommand } from '../../command.js';
import { openHomeArena } from '../../open-home-arena.js';
import { findQuestions } from '../find-questions.js';
import { questionsOption } from '../questions-option.js';

/** What a model answered of a set. */
interface ModelAnswers {
  readonly model: string;
  readonly answers: number;
  /** Questions of the set that have no answer. */
  readonly missing: number;
  readonly meanChars: number;
  /** Over the answers whose tokens are known; null: none is. */
  readonly meanTokens: number | null;
  readonly identityLeaks: number;
}

class AnswerTally {
  readonly #questions = new Set<string>();
  #answers = 0;
  #chars = 0;
  #tokens = 0;
  #counted = 0;
  #leaks = 0;

  add(questionId: string, { chars, tokens, leaks }: { chars: number; tokens: number | null; leaks: boolean }): void {
    this.#questions.add(questionId);
    this.#answers++;
    this.#chars += chars;
    if (tokens !== null) {
      this.#tokens += tokens;
      this.#counted++;
    }
    if (leaks) this.#leaks++;
  }

  result(model: string, questions: number): ModelAnswers {
    return {
      model,
      answers: this.#answers,
      missing: questions - this.#questions.size,
      meanChars: this.#chars / this.#answers,
      meanTokens: this.#counted === 0 ? null : this.#tokens / this.#counted,
      identityLeaks: this.#leaks,
    };
  }
}

/** `understudy arena answers ls --questions SET` */
export const answersLs = defineCommand({
  options: { questions: questionsOption, json: jsonOption },
  async run({ values }, context) {
    const { messages, stdout } = context;
    await using store = await openHomeArena(context);
    const questions = await findQuestions(store, values.questions, messages);
    const tallies = new Map<string, AnswerTally>();
    for await (const answer of store.answers({ setId: values.questions })) {
      const tally = tallies.get(answer.versionId) ?? new AnswerTally();
      tallies.set(answer.versionId, tally);
      tally.add(answer.questionId, { ...answerStatistics(answer), leaks: answer.identityLeak });
    }
    const models = [...tallies].map(([model, tally]) => tally.result(model, questions.length));
    if (values.json) {
      printJson(stdout, { set: values.questions, questions: questions.length, models });
      return EXIT.done;
    }
    const { columns, none } = messages.arena.answers;
    const numbers = [columns.answers, columns.missing, columns.chars, columns.tokens, columns.leaks];
    const table = formatColumns(
      [{ title: columns.model }, ...numbers.map((title) => ({ title, align: 'right' as const }))],
      models.map(({ model, answers, missing, meanChars, meanTokens, identityLeaks }) => [
        model,
        formatCount(answers),
        formatCount(missing),
        formatCount(Math.round(meanChars)),
        meanTokens === null ? '–' : formatCount(Math.round(meanTokens)),
        formatCount(identityLeaks),
      ]),
    );
    stdout.write(`${models.length === 0 ? none(values.questions) : table}\n`);
    return EXIT.done;
  },
});

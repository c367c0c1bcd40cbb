import type { OnProgress } from '@understudy/core';
import type { Answer, ModelVersion, Question } from '@understudy/store';
import { z } from 'zod';
import { fileError, rowSource, schemaProblem, type FileKind } from '../questions/file-error.js';
import { openRows } from '../rows/open-rows.js';
import type { SourceRow } from '../rows/source-row.js';
import { ANSWER_FORMATS, type AnswerFormat, type AnswerFormatName } from './answer-formats.js';
import { answerId } from './answer-id.js';
import { leaksIdentity } from './identity-leak.js';
import { importedVersion } from './imported-version.js';
import { QuestionIndex } from './question-index.js';
import type { RawAnswer } from './raw-answer.js';

const KIND: FileKind = {
  code: 'answer-file',
  what: 'answers',
  hint: 'Answers are FastChat’s model_answer (question_id, model_id, choices), AlpacaEval’s outputs (instruction, output, generator), LLMFAO’s results, or a table with the columns question, model and answer.',
};

/** What the answers are to, and how the file is to be read. */
export interface ReadAnswersOptions {
  readonly questions: readonly Question[];
  /** By the columns when absent. */
  readonly format?: AnswerFormatName | undefined;
  /** The file's own names of columns, by ours: `{ question: 'prompt_id' }`. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** Leaves out answers to questions that are not in the set; an error otherwise. */
  readonly skipUnknown?: boolean | undefined;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** An answer with the model that gave it. */
export interface ReadAnswer {
  readonly answer: Answer;
  readonly version: ModelVersion;
}

/**
 * Reads answers to a question set, many at a time, from JSON lines, a JSON list or CSV, as a stream. A table with a column `turn` has one row
 * for each turn; the rows of one answer need not follow each other, so they come at the end. Throws `DataError` with file and line:
 * `answer-file-malformed`, also for an unknown question, for another number of turns than the question has, and for a second answer of the
 * same number; `UserError` for a file that cannot be read.
 */
export async function* readAnswers(
  path: string,
  options: ReadAnswersOptions,
): AsyncGenerator<readonly ReadAnswer[], void, undefined> {
  const reader = new AnswerReader(path, options);
  let isEmpty = true;
  for await (const rows of await openRows(rowSource(KIND, path), options.onProgress)) {
    options.signal?.throwIfAborted();
    isEmpty &&= rows.length === 0;
    yield rows.flatMap((row) => reader.read(row));
  }
  if (isEmpty) throw fileError(KIND, { path, problem: 'it has no answers' });
  yield reader.finish();
}

interface OpenAnswer {
  readonly raw: RawAnswer;
  readonly line: number;
  readonly turns: Map<number, string>;
}

class AnswerReader {
  readonly #path: string;
  readonly #options: ReadAnswersOptions;
  readonly #index: QuestionIndex;
  readonly #seen = new Set<string>();
  /** Answers of which turns may be missing yet. */
  readonly #open = new Map<string, OpenAnswer>();
  #format: AnswerFormat | undefined;

  constructor(path: string, options: ReadAnswersOptions) {
    this.#path = path;
    this.#options = options;
    this.#index = new QuestionIndex(options.questions);
  }

  read(row: SourceRow): readonly ReadAnswer[] {
    const { line } = row;
    const fields = this.#renamed(row.fields);
    this.#format ??= this.#formatOf(fields, row);
    return this.#parse(this.#format, fields, line).flatMap((raw) => {
      if (raw.turn !== undefined) {
        this.#addTurn(raw, raw.turn, line);
        return [];
      }
      return this.#make(raw, line);
    });
  }

  /** The answers that came turn by turn. */
  finish(): readonly ReadAnswer[] {
    return [...this.#open.values()].flatMap(({ raw, line, turns }) => {
      const ordered = [...turns].toSorted(([a], [b]) => a - b);
      if (ordered.some(([turn], place) => turn !== place + 1))
        throw this.#error(line, 'a turn of this answer is missing');
      return this.#make({ ...raw, turns: ordered.map(([, text]) => text) }, line);
    });
  }

  #renamed(fields: SourceRow['fields']): SourceRow['fields'] {
    const { columns } = this.#options;
    if (columns === undefined) return fields;
    const renamed = Object.entries(columns).flatMap(([ours, theirs]) =>
      theirs in fields ? [[ours, fields[theirs]]] : [],
    );
    return { ...fields, ...Object.fromEntries(renamed) };
  }

  #formatOf(fields: SourceRow['fields'], { namesLine }: SourceRow): AnswerFormat {
    const { format } = this.#options;
    const found = ANSWER_FORMATS.find(({ name, columns }) =>
      format === undefined ? columns.every((column) => column in fields) : name === format,
    );
    if (found !== undefined) return found;
    throw this.#error(namesLine, `its columns (${Object.keys(fields).join(', ')}) are of no known format`);
  }

  #parse(format: AnswerFormat, fields: SourceRow['fields'], line: number): readonly RawAnswer[] {
    try {
      return format.read(fields);
    } catch (error) {
      if (error instanceof z.ZodError) throw this.#error(line, schemaProblem(error));
      throw error;
    }
  }

  #addTurn(raw: RawAnswer, turn: number, line: number): void {
    const key = JSON.stringify([raw.question, raw.model, raw.sample]);
    const entry = this.#open.get(key) ?? { raw, line, turns: new Map<number, string>() };
    if (entry.turns.has(turn)) throw this.#error(line, `turn ${turn} of this answer is there twice`);
    entry.turns.set(turn, raw.turns[0] ?? '');
    this.#open.set(key, entry);
  }

  #make(raw: RawAnswer, line: number): readonly ReadAnswer[] {
    const question = this.#index.find(raw.question);
    if (question === undefined) {
      if (this.#options.skipUnknown === true) return [];
      const shown = 'id' in raw.question ? raw.question.id : raw.question.text.slice(0, 60);
      throw this.#error(line, `the question ${JSON.stringify(shown)} is not in the set`);
    }
    const { turns, model, organisation, sample } = raw;
    if (turns.length !== question.turns.length) {
      throw this.#error(line, `${turns.length} turns where the question ${question.id} has ${question.turns.length}`);
    }
    const id = answerId({ questionId: question.id, versionId: model, sample });
    if (this.#seen.has(id)) throw this.#error(line, `a second answer of ${model} to ${question.id}`);
    this.#seen.add(id);
    const { tokens, finishReason, latencyMs } = raw;
    const own = organisation === null ? [model] : [model, organisation];
    const answer: Answer = {
      id,
      questionId: question.id,
      versionId: model,
      sample,
      turns,
      tokens,
      finishReason,
      latencyMs,
      cost: null,
      identityLeak: leaksIdentity(turns, own),
    };
    return [{ answer, version: importedVersion(model, organisation) }];
  }

  #error(line: number, problem: string): Error {
    return fileError(KIND, { path: this.#path, line, problem });
  }
}

import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Question, QuestionSet } from '@understudy/store';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { openRows } from '../rows/open-rows.js';
import type { SourceRow } from '../rows/source-row.js';
import { fileError, rowSource, schemaProblem, unreadableFile, type FileKind } from './file-error.js';
import { findKnownSet } from './known-sets.js';
import {
  alpacaEvalInstructionSchema,
  fastChatQuestionSchema,
  fastChatReferenceSchema,
  llmfaoPromptSchema,
  questionSchema,
  questionSetSchema,
  type WrittenQuestion,
} from './question-file.js';

const KIND: FileKind = {
  code: 'question-file',
  what: 'questions',
  hint: 'A question set is YAML (version: 1, id, title, source, questions with id, aspect, turns), or JSON lines of such questions or of FastChat’s (question_id, category, turns).',
};

/** What the file does not say, or what is to be said otherwise. */
export interface ReadQuestionsOptions {
  /** Id of the set; by default the file's own, that of a public set, or the file's name. */
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly source?: string | undefined;
  readonly licence?: string | undefined;
  /** Of questions that name none: `en`. */
  readonly language?: string | undefined;
  /** FastChat's reference answers to them. */
  readonly references?: string | undefined;
}

/** A question set with its questions. */
export interface ReadQuestionSet {
  readonly set: QuestionSet;
  readonly questions: readonly Question[];
}

/**
 * Reads a question set: our YAML, JSON lines of the same questions, FastChat's `question.jsonl` (MT-Bench, Vicuna), LLMFAO's
 * `prompts.jsonl`, or the instructions in outputs of AlpacaEval.
 * References of FastChat are taken as unchecked, except those of MT-Bench that were gone through and found right. Throws `DataError` with
 * file and line (`question-file-malformed`), `UserError` for a file that cannot be read.
 */
export async function readQuestions(path: string, options: ReadQuestionsOptions = {}): Promise<ReadQuestionSet> {
  return /\.ya?ml$/iu.test(path) ? readYaml(path, options) : readLines(path, options);
}

async function readYaml(path: string, options: ReadQuestionsOptions): Promise<ReadQuestionSet> {
  const lines = new LineCounter();
  const document = parseDocument(await readText(path), { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const [problem = broken.message] = broken.message.split(' at line');
    throw fileError(KIND, { path, line: lines.linePos(broken.pos[0]).line, problem });
  }
  const parsed = questionSetSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const line = lineOf(document, parsed.error.issues[0]?.path ?? [], lines);
    throw fileError(KIND, { path, line, problem: schemaProblem(parsed.error) });
  }
  const { questions, ...about } = parsed.data;
  const lineOfQuestion = (place: number): number | undefined => lineOf(document, ['questions', place], lines);
  return makeSet(
    path,
    questions.map((question, place) => ({ question, line: lineOfQuestion(place) })),
    { ...about, ...given(options) },
  );
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw unreadableFile(KIND, path, cause);
  }
}

/** The line of a value in YAML, or of the innermost thing around it that is there. */
function lineOf(document: Document.Parsed, path: readonly PropertyKey[], lines: LineCounter): number | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    const found = depth === 0 ? document.contents : node;
    if (typeof found !== 'object' || found === null || !('range' in found)) continue;
    const { range } = found as { readonly range?: readonly [number, number, number] | null };
    if (range === null || range === undefined) continue;
    return lines.linePos(range[0]).line;
  }
  return undefined;
}

interface PlacedQuestion {
  readonly question: WrittenQuestion;
  readonly line: number | undefined;
}

async function readLines(path: string, options: ReadQuestionsOptions): Promise<ReadQuestionSet> {
  const placed: PlacedQuestion[] = [];
  for await (const rows of await openRows(rowSource(KIND, path))) {
    for (const row of rows) {
      const question = readRow(row, path, placed.length);
      // AlpacaEval has no file of questions: each instruction is taken once out of its outputs.
      const isRepeated =
        'instruction' in row.fields && placed.some((each) => each.question.turns[0] === question.turns[0]);
      if (!isRepeated) placed.push({ question, line: row.line });
    }
  }
  const known = findKnownSet(placed.map(({ question }) => question.id));
  const references = options.references === undefined ? undefined : await readReferences(options.references);
  const questions = placed.map(({ question, line }): PlacedQuestion => {
    const reference = references?.get(question.id);
    if (reference === undefined) return { question, line };
    const isChecked = known?.isReferenceChecked(Number(question.id)) ?? false;
    return { line, question: { ...question, reference: [...reference], reference_checked: isChecked } };
  });
  const name = basename(path.replace(/\.gz$/iu, ''));
  const id = name.slice(0, name.length - extname(name).length).replaceAll(/[^\w.-]+/gu, '-');
  const about = known ?? { id, title: id, source: name };
  return makeSet(path, questions, { language: 'en', ...about, ...given(options) });
}

/** FastChat's reference answers by question: of several the first. */
async function readReferences(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for await (const rows of await openRows(rowSource(KIND, path))) {
    for (const { fields, line } of rows) {
      const { question_id: id, choices } = check(fastChatReferenceSchema, fields, { path, line });
      if (!found.has(id)) found.set(id, choices[0]?.turns ?? []);
    }
  }
  return found;
}

function readRow({ fields, line }: SourceRow, path: string, place: number): WrittenQuestion {
  if ('question_id' in fields) {
    const { question_id: id, category, turns, reference } = check(fastChatQuestionSchema, fields, { path, line });
    const isWhole = reference !== undefined && reference.length === turns.length;
    return { id, aspect: category, turns, reference: isWhole ? reference : undefined, reference_checked: false };
  }
  if ('slug' in fields && 'text' in fields) {
    const { id, type, text, note } = check(llmfaoPromptSchema, fields, { path, line });
    return { id, aspect: type, turns: [text], reference: note ? [note] : undefined, reference_checked: false };
  }
  if ('instruction' in fields) {
    const { instruction, dataset } = check(alpacaEvalInstructionSchema, fields, { path, line });
    return { id: String(place + 1), aspect: dataset, turns: [instruction], reference_checked: false };
  }
  return check(questionSchema, fields, { path, line });
}

function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: { readonly path: string; readonly line: number },
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw fileError(KIND, { ...place, problem: schemaProblem(parsed.error) });
}

type About = Omit<QuestionSet, 'licence'> & { readonly licence?: string | undefined; readonly language: string };

function given({ id, title, source, licence, language }: ReadQuestionsOptions): Partial<About> {
  const options = { id, title, source, licence, language };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function makeSet(path: string, placed: readonly PlacedQuestion[], about: About): ReadQuestionSet {
  const { id: setId, title, source, licence = null, language } = about;
  if (placed.length === 0) throw fileError(KIND, { path, problem: 'it has no questions' });
  const seen = new Set<string>();
  const questions = placed.map(({ question, line }): Question => {
    if (seen.has(question.id)) throw fileError(KIND, { path, line, problem: `the id ${question.id} is there twice` });
    seen.add(question.id);
    return {
      id: `${setId}/${question.id}`,
      setId,
      aspect: question.aspect,
      language: question.language ?? language,
      turns: question.turns,
      reference: question.reference ?? null,
      referenceChecked: question.reference !== undefined && question.reference_checked,
    };
  });
  return { set: { id: setId, title, source, licence }, questions };
}

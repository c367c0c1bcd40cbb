import { createHash } from 'node:crypto';
import { DataError } from '@understudy/core';
import type { Answer, Judge, Judgement, ModelVersion, Question, QuestionSet } from '@understudy/store';
import { z } from 'zod';
import { answerId } from '../../answers/answer-id.js';
import { leaksIdentity } from '../../answers/identity-leak.js';
import { importedVersion } from '../../answers/imported-version.js';
import { PARSER_VERSION } from '../verdicts/read-text-verdict.js';
import { IMPORTED_DECODING } from './imported-judge.js';

const annotationSchema = z.looseObject({
  instruction: z.string(),
  generator_1: z.string().min(1),
  output_1: z.string(),
  generator_2: z.string().min(1),
  output_2: z.string(),
  annotator: z.string().min(1),
  /** 1 to 2; 0 was a tie before; null: not parsed. */
  preference: z.number().min(0).max(2).nullable(),
  dataset: z.string().nullish(),
  raw_completion: z.unknown().optional(),
  price_per_example: z.number().nonnegative().nullish(),
});

type Annotation = z.output<typeof annotationSchema>;

/** What a file of annotations has, in the terms of the store. */
export interface ImportedAnnotations {
  readonly set: QuestionSet;
  readonly questions: readonly Question[];
  readonly models: readonly ModelVersion[];
  readonly answers: readonly Answer[];
  readonly judges: readonly Judge[];
  readonly judgements: readonly Judgement[];
}

const HASH_LENGTH = 12;
const TIE = 0.5;

/**
 * Reads AlpacaEval's `annotations.json`: questions by the hash of their instruction, both outputs as answers, each annotation as a judgement
 * of the order `output_1`, `output_2`. AlpacaEval shows one order, drawn at random, so such a judge has no second order, and
 * its battles are single games; the same pair again by the same annotator is another run. Throws `DataError` `alpaca-eval-invalid` with the place.
 */
export function readAlpacaEval(
  text: string,
  { path, setId, now }: { readonly path: string; readonly setId: string; readonly now: number },
): ImportedAnnotations {
  const annotations = parseAnnotations(text, path);
  const questions = new Map<string, Question>();
  const models = new Map<string, ModelVersion>();
  const answers = new Map<string, Answer>();
  const judges = new Map<string, Judge>();
  const judgements: Judgement[] = [];
  const runs = new Map<string, number>();
  for (const annotation of annotations) {
    const question = questionOf(annotation, setId);
    questions.set(question.id, question);
    const judge = judgeOf(annotation, now);
    judges.set(judge.id, judge);
    const [first, second] = ([1, 2] as const).map((side) => {
      const version = annotation[`generator_${side}`];
      models.set(version, importedVersion(version));
      const answer = answerOf(question, version, annotation[`output_${side}`]);
      answers.set(answer.id, answer);
      return answer;
    });
    if (first === undefined || second === undefined) continue;
    const pair = `${judge.id} ${first.id} ${second.id}`;
    const run = runs.get(pair) ?? 0;
    runs.set(pair, run + 1);
    judgements.push(judgementOf(annotation, { judge, question, first, second, run, now }));
  }
  return {
    set: { id: setId, title: setId, source: 'AlpacaEval annotations', licence: null },
    questions: [...questions.values()],
    models: [...models.values()],
    answers: [...answers.values()],
    judges: [...judges.values()],
    judgements,
  };
}

function parseAnnotations(text: string, path: string): readonly Annotation[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid(path, cause instanceof Error ? cause.message : 'no JSON', cause);
  }
  const parsed = z.array(annotationSchema).safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(path, `annotation ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not an annotation'}`);
}

function invalid(path: string, problem: string, cause?: unknown): DataError {
  return new DataError({
    code: 'alpaca-eval-invalid',
    message: `${path} is no file of AlpacaEval annotations: ${problem}`,
    hint: 'It is a JSON list with instruction, generator_1, output_1, generator_2, output_2, annotator and preference.',
    values: { path },
    cause,
  });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
}

function questionOf({ instruction, dataset }: Annotation, setId: string): Question {
  return {
    id: `${setId}/${hashOf(instruction)}`,
    setId,
    aspect: dataset ?? 'alpaca-eval',
    language: 'en',
    turns: [instruction],
    reference: null,
    referenceChecked: false,
  };
}

function answerOf(question: Question, versionId: string, text: string): Answer {
  return {
    id: answerId({ questionId: question.id, versionId, sample: 0 }),
    questionId: question.id,
    versionId,
    sample: 0,
    turns: [text],
    tokens: null,
    finishReason: null,
    latencyMs: null,
    cost: null,
    identityLeak: leaksIdentity([text]),
  };
}

function judgeOf({ annotator }: Annotation, now: number): Judge {
  return {
    id: annotator,
    spec: annotator,
    identity: `alpaca-eval:${annotator}`,
    mode: 'baseline',
    prompt: 'alpaca-eval',
    promptHash: '',
    decoding: IMPORTED_DECODING,
    parserVersion: PARSER_VERSION,
    createdAt: now,
  };
}

function judgementOf(
  { preference, raw_completion: raw, price_per_example: cost }: Annotation,
  given: {
    readonly judge: Judge;
    readonly question: Question;
    readonly first: Answer;
    readonly second: Answer;
    readonly run: number;
    readonly now: number;
  },
): Judgement {
  const { judge, question, first, second, run, now } = given;
  // 0 was AlpacaEval's tie before version 2.
  const score = preference === null ? null : preference === 0 ? TIE : 2 - preference;
  const verdict = score === null ? null : score > TIE ? 'first' : score < TIE ? 'second' : 'tie';
  return {
    id: `${judge.id}/${first.id}/${second.id}/${run}`,
    judgeId: judge.id,
    questionId: question.id,
    turn: 1,
    firstAnswerId: first.id,
    secondAnswerId: second.id,
    run,
    state: verdict === null ? 'unparsed' : 'ok',
    verdict,
    score,
    raw: typeof raw === 'string' ? raw : raw === undefined ? '' : JSON.stringify(raw),
    promptTokens: null,
    generatedTokens: null,
    cost: cost ?? null,
    latencyMs: null,
    at: now,
  };
}

import { z } from 'zod';
import type { RawAnswer } from './raw-answer.js';

/** A format that answers are published in. */
export interface AnswerFormat {
  readonly name: AnswerFormatName;
  /** Columns by which it is known. */
  readonly columns: readonly string[];
  /** The answers of a row. Throws `z.ZodError`. */
  readonly read: (fields: Readonly<Record<string, unknown>>) => readonly RawAnswer[];
}

export const ANSWER_FORMAT_NAMES = ['fastchat', 'alpaca-eval', 'llmfao', 'table'] as const;
export type AnswerFormatName = (typeof ANSWER_FORMAT_NAMES)[number];

const name = z.union([z.string().min(1), z.number().transform(String)]);
const count = z.union([z.number(), z.string().regex(/^\d+$/u).transform(Number)]).pipe(z.number().int().min(0));
/** An empty cell of a table is none. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullish()).transform((value) => value ?? null);

const fastChat = z.looseObject({
  question_id: name,
  model_id: name,
  choices: z
    .array(z.looseObject({ index: z.number().int().min(0).default(0), turns: z.array(z.string()).min(1) }))
    .min(1),
});

const alpacaEval = z.looseObject({ instruction: z.string().min(1), output: z.string(), generator: name });

const llmfao = z.looseObject({
  prompt: name,
  name,
  result: z.string(),
  org: z.string().nullish(),
  duration: z.number().nullish(),
});

const table = z.looseObject({
  question: name,
  model: name,
  answer: z.string(),
  organisation: optional(z.string()),
  sample: optional(count),
  turn: optional(count.pipe(z.number().min(1))),
  tokens: optional(count),
  finish_reason: optional(z.string()),
  latency_ms: optional(count),
});

const NOTHING_MORE = { organisation: null, tokens: null, finishReason: null, latencyMs: null, sample: 0 };

/** Known formats; the first whose columns a row has is taken. */
export const ANSWER_FORMATS: readonly AnswerFormat[] = [
  {
    name: 'fastchat',
    columns: ['question_id', 'model_id', 'choices'],
    read: (fields) => {
      const { question_id: id, model_id: model, choices } = fastChat.parse(fields);
      return choices.map(({ index, turns }) => ({ ...NOTHING_MORE, question: { id }, model, sample: index, turns }));
    },
  },
  {
    name: 'alpaca-eval',
    columns: ['instruction', 'output', 'generator'],
    read: (fields) => {
      const { instruction, output, generator } = alpacaEval.parse(fields);
      return [{ ...NOTHING_MORE, question: { text: instruction }, model: generator, turns: [output] }];
    },
  },
  {
    name: 'llmfao',
    columns: ['prompt', 'name', 'result'],
    read: (fields) => {
      const { prompt: id, name: model, result, org = null, duration } = llmfao.parse(fields);
      const latencyMs = duration === null || duration === undefined ? null : Math.round(duration);
      return [{ ...NOTHING_MORE, question: { id }, model, organisation: org, turns: [result], latencyMs }];
    },
  },
  {
    name: 'table',
    columns: ['question', 'model', 'answer'],
    read: (fields) => {
      const row = table.parse(fields);
      return [
        {
          question: { id: row.question },
          model: row.model,
          organisation: row.organisation,
          sample: row.sample ?? 0,
          turns: [row.answer],
          turn: row.turn ?? undefined,
          tokens: row.tokens,
          finishReason: row.finish_reason,
          latencyMs: row.latency_ms,
        },
      ];
    },
  },
];

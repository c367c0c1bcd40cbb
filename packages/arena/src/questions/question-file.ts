import { z } from 'zod';

/** Lines of a conversation; a single text is one turn. */
const turns = z.union([
  z
    .string()
    .min(1)
    .transform((text) => [text]),
  z.array(z.string().min(1)).min(1),
]);
const name = z.union([z.string().min(1), z.number().transform(String)]);
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u, 'a language tag, e.g. en or zh-Hant');

/** A question as people write it, in YAML or on a line of JSON. */
export const questionSchema = z
  .strictObject({
    id: name,
    aspect: z.string().min(1),
    language: language.optional(),
    turns,
    /** One answer for each turn. */
    reference: turns.optional(),
    reference_checked: z.boolean().default(false),
  })
  .refine(({ turns: asked, reference }) => reference === undefined || reference.length === asked.length, {
    path: ['reference'],
    message: 'as many references as turns',
  });

/** A question set file: what it is, and its questions. Version 1. */
export const questionSetSchema = z.strictObject({
  version: z.literal(1),
  id: z.string().regex(/^[\w.-]+$/u, 'letters, digits, dots, hyphens and underscores'),
  title: z.string().min(1),
  source: z.string().min(1),
  licence: z.string().min(1).optional(),
  /** Of the questions that name none. */
  language: language.default('en'),
  questions: z.array(questionSchema).min(1),
});

export type WrittenQuestion = z.output<typeof questionSchema>;

/** A question of FastChat: MT-Bench, Vicuna and sets made after them. Further fields are left alone. */
export const fastChatQuestionSchema = z.looseObject({
  question_id: name,
  category: z.string().min(1),
  turns: z.array(z.string().min(1)).min(1),
  reference: z.array(z.string()).optional(),
});

/** A prompt of LLMFAO. */
export const llmfaoPromptSchema = z.looseObject({
  id: name,
  text: z.string().min(1),
  type: z.string().min(1),
  slug: z.string(),
  note: z.string().nullish(),
});

/** An instruction of AlpacaEval, as its outputs repeat it. */
export const alpacaEvalInstructionSchema = z.looseObject({
  instruction: z.string().min(1),
  dataset: z.string().min(1).default('instruction'),
});

/** A FastChat reference answer. */
export const fastChatReferenceSchema = z.looseObject({
  question_id: name,
  choices: z.array(z.looseObject({ turns: z.array(z.string()).min(1) })).min(1),
});

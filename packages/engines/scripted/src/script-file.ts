import { z } from 'zod';

/** A regular expression of JavaScript, found anywhere in a text; `s`: a dot is any character. */
const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'su');
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'no regular expression' });
    return z.NEVER;
  }
});

const failure = z.string().min(1);

/**
 * A script file. The first rule whose patterns are found decides:
 * - `answers`: `prompt` is looked for in the prompt; `answer` may use its groups (`$1`), `error` fails the request
 * - `scores`: `context` and `continuation` are looked for in those; `log_probability` in nats
 */
export const scriptFileSchema = z.strictObject({
  version: z.literal(1),
  answers: z
    .array(
      z.union([
        z.strictObject({ prompt: pattern, answer: z.string() }),
        z.strictObject({ prompt: pattern, error: failure }),
      ]),
    )
    .default([]),
  /** The answer to every other prompt. */
  default_answer: z.string().default(''),
  scores: z
    .array(
      z.union([
        z.strictObject({
          context: pattern.optional(),
          continuation: pattern.optional(),
          log_probability: z.number().max(0),
          greedy: z.boolean().default(false),
        }),
        z.strictObject({ context: pattern.optional(), continuation: pattern.optional(), error: failure }),
      ]),
    )
    .default([]),
  /** The log-probability of every other continuation, for each character of it: shorter ones are likelier. */
  default_log_probability: z.number().max(0).default(-1),
  /** Milliseconds before each answer. */
  delay_ms: z.number().nonnegative().default(0),
  context_length: z.int().positive().default(1_000_000),
  /** What the model is said to be able to do, to try out what becomes of tasks that need more. */
  capabilities: z
    .strictObject({
      log_probabilities: z.boolean().default(true),
      chat: z.boolean().default(true),
      completions: z.boolean().default(true),
    })
    .prefault({}),
});

/** A script as its file says. */
export type ScriptFile = z.output<typeof scriptFileSchema>;

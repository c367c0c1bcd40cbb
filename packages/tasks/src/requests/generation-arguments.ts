import { UserError } from '@understudy/core';
import { z } from 'zod';
import { taskFileError } from '../format/check-file.js';
import { nearNames } from '../format/near-names.js';
import type { TaskDefinition } from '../format/task-definition.js';
import type { Problem } from '../filters/argument-problem.js';

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const number = z.union([z.number(), z.string().regex(DECIMAL).transform(Number)]);
const above = (low: number) => number.pipe(z.number().gt(low)).nullish();
const between = (low: number, high: number) => number.pipe(z.number().min(low).max(high)).nullish();
const whole = (low: number) => number.pipe(z.number().transform(Math.trunc).pipe(z.number().min(low))).nullish();
const truth = z
  .union([
    z.boolean(),
    z
      .string()
      .toLowerCase()
      .pipe(z.enum(['true', 'false']))
      .transform((word) => word === 'true'),
  ])
  .nullish();
const text = z.union([z.string(), z.number().transform(String)]);

/** Beams have a cache of their own in the llama engine, whose library has room for 256 sequences. */
const MOST_BEAMS = 128;

/** A schema as an object, or as JSON text; the engine reads it. */
const jsonSchema = z.union([
  z.string().min(1),
  z.record(z.string(), z.unknown()).transform((value) => JSON.stringify(value)),
]);

/**
 * Arguments of generation as tasks and `--gen_kwargs` give them. Names and meanings are those of lm-evaluation-harness, transformers'
 * `generate`, and where those have none, vLLM (presence and frequency penalty) and llama.cpp (`repeat_last_n`, `grammar`, `json_schema`).
 * `negative_prompt` is what stands in place of `doc_to_text` in the prompt of guidance: a template or a column. `None` counts as not given.
 */
export const generationArgumentsSchema = z.strictObject({
  until: z.union([text, z.array(text)]).nullish(),
  max_gen_toks: whole(0),
  max_new_tokens: whole(0),
  max_tokens: whole(0),
  max_completion_tokens: whole(0),
  do_sample: truth,
  temperature: between(0, 1e6),
  top_k: whole(0),
  top_p: between(0, 1),
  min_p: between(0, 1),
  typical_p: between(Number.MIN_VALUE, 1),
  repetition_penalty: above(0),
  repeat_last_n: whole(0),
  presence_penalty: between(-100, 100),
  frequency_penalty: between(-100, 100),
  no_repeat_ngram_size: whole(0),
  min_new_tokens: whole(0),
  guidance_scale: between(0, 1000),
  negative_prompt: text.nullish(),
  grammar: z.string().min(1).nullish(),
  json_schema: jsonSchema.nullish(),
  num_beams: number.pipe(z.number().int().min(1).max(MOST_BEAMS)).nullish(),
  length_penalty: between(-100, 100),
  early_stopping: z.union([z.literal('never'), truth]).nullish(),
  num_return_sequences: whole(1),
});

/** Arguments of generation, each checked. */
export type GenerationArguments = z.output<typeof generationArgumentsSchema>;

const NAMES: readonly string[] = Object.keys(generationArgumentsSchema.shape);

/** Checks arguments; an unknown one is named with those that may have been meant. */
export function parseGenerationArguments(given: unknown, problem: Problem): GenerationArguments {
  const { data, error } = generationArgumentsSchema.safeParse(given);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  const [unknown] = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  if (unknown === undefined) {
    const path = (issue?.path ?? []).filter((part) => typeof part !== 'symbol');
    throw problem(path, issue?.message ?? error.message);
  }
  const near = nearNames(unknown, NAMES);
  throw problem(
    [unknown],
    near.length === 0 ? 'this argument is not known' : `this argument is not known (did you mean ${near.join(', ')}?)`,
  );
}

/**
 * Checks a task's own arguments and those of the command line.
 * @throws DataError `task-file-invalid` with file and line, UserError `generation-argument`
 */
export function checkGenerationArguments(
  definition: Pick<TaskDefinition, 'config' | 'locate'>,
  overrides: Readonly<Record<string, unknown>> = {},
): void {
  checkOverrides(overrides);
  parseGenerationArguments(definition.config.generation_kwargs ?? {}, (path, expected) =>
    taskFileError(definition, ['generation_kwargs', ...path], expected),
  );
}

/** Checks arguments given on the command line (`--gen_kwargs`). Throws `UserError` `generation-argument`. */
export function checkOverrides(overrides: Readonly<Record<string, unknown>>): void {
  parseGenerationArguments(overrides, ([key, ...path], expected) => {
    const name = [key, ...path].join('.');
    return new UserError({
      code: 'generation-argument',
      message: `--gen_kwargs: ${name}: ${expected}.`,
      hint: `The arguments are ${NAMES.join(', ')}.`,
      values: { argument: name },
    });
  });
}

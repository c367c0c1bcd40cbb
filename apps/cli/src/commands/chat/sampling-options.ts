import type { Constraint, GenerateRequest } from '@understudy/core';
import { z } from 'zod';
import { UsageError } from '../../errors/usage-error.js';
import type { Messages } from '../../messages/messages.js';
import { readText } from '../../options/generation-files.js';
import type { OptionTable, OptionValues } from '../../options/option.js';
import { between, whole } from '../../options/schemas.js';

/** How answers are chosen; the flags are the names of generation arguments. */
export const samplingOptions = {
  temperature: {
    flag: 'temperature',
    arity: 'one',
    placeholder: 't',
    schema: between(0, 100).default(0.7),
    expects: (messages) => messages.expects.between(0, 100),
    text: 'temperature',
    group: 'sampling',
  },
  topK: {
    flag: 'top_k',
    arity: 'one',
    placeholder: 'k',
    schema: whole(0).default(40),
    expects: (messages) => messages.expects.whole(0),
    text: 'topK',
    group: 'sampling',
  },
  topP: {
    flag: 'top_p',
    arity: 'one',
    placeholder: 'p',
    schema: between(0, 1).default(0.95),
    expects: (messages) => messages.expects.between(0, 1),
    text: 'topP',
    group: 'sampling',
  },
  minP: {
    flag: 'min_p',
    arity: 'one',
    placeholder: 'p',
    schema: between(0, 1).default(0.05),
    expects: (messages) => messages.expects.between(0, 1),
    text: 'minP',
    group: 'sampling',
  },
  typicalP: {
    flag: 'typical_p',
    arity: 'one',
    placeholder: 'p',
    schema: between(0, 1).default(1),
    expects: (messages) => messages.expects.between(0, 1),
    text: 'typicalP',
    group: 'sampling',
  },
  repetitionPenalty: {
    flag: 'repetition_penalty',
    arity: 'one',
    placeholder: 'factor',
    schema: between(0.01, 100).default(1),
    expects: (messages) => messages.expects.between(0.01, 100),
    text: 'repetitionPenalty',
    group: 'sampling',
  },
  presencePenalty: {
    flag: 'presence_penalty',
    arity: 'one',
    placeholder: 'nats',
    schema: between(-100, 100).default(0),
    expects: (messages) => messages.expects.between(-100, 100),
    text: 'presencePenalty',
    group: 'sampling',
  },
  frequencyPenalty: {
    flag: 'frequency_penalty',
    arity: 'one',
    placeholder: 'nats',
    schema: between(-100, 100).default(0),
    expects: (messages) => messages.expects.between(-100, 100),
    text: 'frequencyPenalty',
    group: 'sampling',
  },
  grammarFile: {
    flag: 'grammar_file',
    arity: 'one',
    placeholder: 'file',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.path,
    text: 'grammarFile',
    group: 'sampling',
  },
  jsonSchemaFile: {
    flag: 'json_schema_file',
    arity: 'one',
    placeholder: 'file',
    schema: z.string().min(1).optional(),
    expects: (messages) => messages.expects.path,
    text: 'jsonSchemaFile',
    group: 'sampling',
  },
  maxGenToks: {
    flag: 'max_gen_toks',
    arity: 'one',
    placeholder: 'n',
    schema: whole(1).default(1024),
    expects: (messages) => messages.expects.whole(1),
    text: 'maxGenToks',
    group: 'sampling',
  },
  seed: {
    flag: 'seed',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(0),
    expects: (messages) => messages.expects.whole(0),
    text: 'chatSeed',
    group: 'sampling',
  },
} as const satisfies OptionTable;

function unless(value: number, without: number): number | undefined {
  return value === without ? undefined : value;
}

function constraintOf(
  { grammarFile, jsonSchemaFile }: OptionValues<typeof samplingOptions>,
  messages: Messages,
): Constraint | undefined {
  if (grammarFile !== undefined && jsonSchemaFile !== undefined) {
    throw new UsageError({ message: messages.errors.grammarAndSchema, hint: messages.errors.seeHelp });
  }
  if (grammarFile !== undefined) {
    return { kind: 'grammar', grammar: readText(`--grammar_file ${grammarFile}`, grammarFile, messages) };
  }
  if (jsonSchemaFile === undefined) return undefined;
  return { kind: 'json-schema', schema: readText(`--json_schema_file ${jsonSchemaFile}`, jsonSchemaFile, messages) };
}

/** What the options ask of the engine; what has no effect is left out. Raises `UsageError` for files that cannot be read. */
export function chosenDecoding(
  values: OptionValues<typeof samplingOptions>,
  messages: Messages,
): Pick<GenerateRequest, 'sampling' | 'decoding'> {
  const { temperature, topK, topP, minP, typicalP, seed } = values;
  return {
    sampling: { temperature, topK, topP, minP, typicalP: unless(typicalP, 1), seed },
    decoding: {
      repetitionPenalty: unless(values.repetitionPenalty, 1),
      presencePenalty: unless(values.presencePenalty, 0),
      frequencyPenalty: unless(values.frequencyPenalty, 0),
      constraint: constraintOf(values, messages),
    },
  };
}

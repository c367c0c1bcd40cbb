import type { Constraint, GenerateRequest } from '@understudy/core';
import { UsageError } from '../../errors/usage-error.js';
import type { Messages } from '../../messages/messages.js';
import { readText } from '../../options/values/generation-files.js';
import type { OptionValues } from '../../options/option.js';
import type { samplingOptions } from './sampling-options.js';

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

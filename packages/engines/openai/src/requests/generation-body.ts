import { EngineError, type Constraint, type GenerateRequest } from '@understudy/core';
import type { Dialect } from './dialect.js';

/** OpenAI takes four stop strings; the engine cuts at the others. */
const MOST_STOPS = 4;

/**
 * The settings of a generation as both `/completions` and `/chat/completions` take them. Throws `EngineError` `capability` for a constraint that
 * the server does not keep to with this kind of prompt.
 */
export function generationSettings(
  { maxTokens, stop, sampling, decoding = {} }: GenerateRequest,
  dialect: Dialect,
): object {
  const { temperature, topP, topK, minP, seed } = sampling;
  const isSampled = temperature > 0;
  const has = (name: Dialect['leftOut'][number]): boolean => !dialect.leftOut.includes(name);
  return {
    [dialect.maxTokensName]: maxTokens,
    ...(has('temperature') && { temperature }),
    ...(has('seed') && { seed }),
    ...(has('stop') && stop.length > 0 && { stop: stop.slice(0, MOST_STOPS) }),
    ...(decoding.constraint !== undefined && { response_format: responseFormat(decoding.constraint, dialect) }),
    ...(decoding.presencePenalty !== undefined && { presence_penalty: decoding.presencePenalty }),
    ...(decoding.frequencyPenalty !== undefined && { frequency_penalty: decoding.frequencyPenalty }),
    ...(isSampled && topP < 1 && { top_p: topP }),
    ...(isSampled && dialect.hasTopK && topK > 0 && { top_k: topK }),
    ...(isSampled && dialect.hasTopK && minP > 0 && { min_p: minP }),
  };
}

function responseFormat(constraint: Constraint, { hasJsonSchema }: Dialect): object {
  if (constraint.kind !== 'json-schema' || !hasJsonSchema) {
    throw new EngineError({
      code: 'capability',
      message: `The server does not hold answers to a ${constraint.kind === 'grammar' ? 'grammar' : 'JSON schema'} with prompts of this kind.`,
      hint: 'Leave the constraint out, ask in chat (--apply_chat_template), or use a local model.',
    });
  }
  return {
    type: 'json_schema',
    json_schema: { name: 'answer', strict: true, schema: JSON.parse(constraint.schema) as unknown },
  };
}

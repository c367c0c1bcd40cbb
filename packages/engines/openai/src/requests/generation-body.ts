import type { GenerateRequest } from '@understudy/core';
import type { Dialect } from './dialect.js';

/** OpenAI takes four stop strings; the engine cuts at the others. */
const MOST_STOPS = 4;

/** The settings of a generation as both `/completions` and `/chat/completions` take them. */
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
    ...(decoding.presencePenalty !== undefined && { presence_penalty: decoding.presencePenalty }),
    ...(decoding.frequencyPenalty !== undefined && { frequency_penalty: decoding.frequencyPenalty }),
    ...(isSampled && topP < 1 && { top_p: topP }),
    ...(isSampled && dialect.hasTopK && topK > 0 && { top_k: topK }),
    ...(isSampled && dialect.hasTopK && minP > 0 && { min_p: minP }),
  };
}

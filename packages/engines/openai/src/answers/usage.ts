import { z } from 'zod';
import type { TokenUsage } from '@understudy/engine-http';

const count = z.number().int().nonnegative();

/** `usage` of an answer; servers that do not count leave it out or null. */
export const usageSchema = z
  .object({
    prompt_tokens: count,
    completion_tokens: count.nullish(),
    prompt_tokens_details: z.object({ cached_tokens: count.nullish() }).nullish(),
  })
  .nullish()
  .catch(undefined);

/** The tokens that a server counted. */
export function readUsage(usage: z.output<typeof usageSchema>): TokenUsage | undefined {
  if (usage === undefined || usage === null) return undefined;
  return {
    promptTokens: usage.prompt_tokens,
    cachedTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
    generatedTokens: usage.completion_tokens ?? 0,
  };
}

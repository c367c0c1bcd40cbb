import type { FinishReason } from '@understudy/core';
import type { Answered, GeneratedText, TokenUsage } from '@understudy/engine-http';
import { z } from 'zod';

const count = z.number().int().nonnegative();

/** Tokens that were read from or written to the provider's cache are counted apart from `input_tokens`. */
export const usageSchema = z.object({
  input_tokens: count.nullish(),
  output_tokens: count.nullish(),
  cache_read_input_tokens: count.nullish(),
  cache_creation_input_tokens: count.nullish(),
});

const message = z.object({
  model: z.string().optional(),
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  stop_reason: z.string().nullish(),
  usage: usageSchema.nullish(),
});

const REASONS: Readonly<Record<string, FinishReason>> = {
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  stop_sequence: 'stop',
  refusal: 'filtered',
};

/** Why an answer ended; `end_turn` and what is not known count as the model's own end. */
export function readStopReason(reason: string | null | undefined): FinishReason {
  return REASONS[reason ?? ''] ?? 'end';
}

/** The tokens that are charged. */
export function readUsage(usage: z.output<typeof usageSchema>): TokenUsage {
  const cachedTokens = usage.cache_read_input_tokens ?? 0;
  return {
    promptTokens: (usage.input_tokens ?? 0) + cachedTokens + (usage.cache_creation_input_tokens ?? 0),
    cachedTokens,
    generatedTokens: usage.output_tokens ?? 0,
  };
}

/** A text and the name that the provider gives the model. */
export interface NamedText extends GeneratedText {
  readonly model: string | undefined;
}

/** Reads the answer to `POST /messages`: its blocks of text; the API reports no fingerprint. */
export function readMessage(json: unknown): Answered<NamedText> {
  const { model, content, stop_reason: reason, usage } = message.parse(json);
  return {
    value: {
      text: content.map(({ type, text }) => (type === 'text' ? (text ?? '') : '')).join(''),
      finishReason: readStopReason(reason),
      model,
    },
    usage: usage === undefined || usage === null ? undefined : readUsage(usage),
    fingerprint: null,
  };
}

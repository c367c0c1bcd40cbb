import { BugError, type ChatMessage, type GenerateRequest } from '@understudy/core';
import type { ServerRequest } from '@understudy/engine-http';

/** How the model is named, and which parameters it refuses. */
export interface MessageStyle {
  readonly model: string;
  readonly leftOut: readonly OptionalParameter[];
}

/** Parameters that some models refuse. */
export const OPTIONAL_PARAMETERS = ['temperature', 'top_k', 'stop_sequences'] as const;
export type OptionalParameter = (typeof OPTIONAL_PARAMETERS)[number];

/** Highest temperature that the API takes. */
const MOST_TEMPERATURE = 1;

/**
 * The request for an answer (`POST /messages`). A system message goes where the API has its place; stop strings of white space alone,
 * which it refuses, are left to the engine, which cuts at all of them.
 */
export function messageRequest(request: GenerateRequest, { model, leftOut }: MessageStyle): ServerRequest {
  const { prompt, maxTokens, stop, sampling } = request;
  if (prompt.kind !== 'chat') {
    throw new BugError({ code: 'text-sent', message: 'The Anthropic API was to be sent a text; it takes messages.' });
  }
  const system = prompt.messages.filter(isSystem).map(({ content }) => content);
  const stops = stop.filter((string) => string.trim() !== '');
  const has = (name: OptionalParameter): boolean => !leftOut.includes(name);
  const isSampled = sampling.temperature > 0;
  return {
    path: '/messages',
    body: {
      model,
      max_tokens: maxTokens,
      messages: prompt.messages.filter((message) => !isSystem(message)),
      ...(system.length > 0 && { system: system.join('\n\n') }),
      ...(has('stop_sequences') && stops.length > 0 && { stop_sequences: stops }),
      ...(has('temperature') && { temperature: Math.min(sampling.temperature, MOST_TEMPERATURE) }),
      // Temperature and top_p exclude each other on newer models; a temperature is always given.
      ...(has('top_k') && isSampled && sampling.topK > 0 && { top_k: sampling.topK }),
    },
    promptBytes: prompt.messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0),
    maxTokens,
  };
}

function isSystem({ role }: ChatMessage): boolean {
  return role === 'system';
}

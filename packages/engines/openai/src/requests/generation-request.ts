import { BugError, type GeneratePrompt, type GenerateRequest } from '@understudy/core';
import type { ServerRequest } from '@understudy/engine-http';
import type { Dialect } from './dialect.js';
import { generationSettings } from './generation-body.js';

/** How the model is named, and how its API is spoken for each kind of prompt. */
export interface RequestStyle {
  readonly model: string;
  readonly completions: Dialect;
  readonly chat: Dialect;
}

/** The request for a text: `/completions` for a text, `/chat/completions` for messages. */
export function generationRequest(request: GenerateRequest, { model, completions, chat }: RequestStyle): ServerRequest {
  const { prompt, maxTokens } = request;
  const size = { promptBytes: promptBytes(prompt), maxTokens };
  switch (prompt.kind) {
    case 'text':
      return {
        path: '/completions',
        body: { model, prompt: prompt.text, ...generationSettings(request, completions) },
        ...size,
      };
    case 'chat':
      return {
        path: '/chat/completions',
        body: { model, messages: prompt.messages, ...generationSettings(request, chat) },
        ...size,
      };
    case 'tokens':
      throw new BugError({ code: 'tokens-sent', message: 'A server was to be sent tokens; it takes text.' });
    default:
      return prompt satisfies never;
  }
}

function promptBytes(prompt: GeneratePrompt): number {
  if (prompt.kind === 'text') return Buffer.byteLength(prompt.text);
  return prompt.kind === 'chat' ? prompt.messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0) : 0;
}

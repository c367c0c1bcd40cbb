import type { GenerateRequest, RequestFailure, Tokenizer, Tokens } from '@understudy/core';
import type { Counters } from '@understudy/engine-process';
import type { PreparedRequest } from './growing-text.js';

/** A request ready to be computed, or why it cannot be. */
export type Preparation =
  | { readonly kind: 'ready'; readonly prepared: PreparedRequest }
  | { readonly kind: 'failed'; readonly failure: RequestFailure };

/** What prompts are made into tokens with, and must fit. */
export interface PrepareOptions {
  readonly tokenizer: Tokenizer;
  readonly contextLength: number;
  readonly counters: Pick<Counters, 'requestedTokens'>;
}

/** Turns requests' prompts into tokens, in order. An empty prompt becomes the prefix token. */
export async function* prepareRequests(
  requests: AsyncIterable<GenerateRequest>,
  { tokenizer, contextLength, counters }: PrepareOptions,
): AsyncGenerator<Preparation, void, undefined> {
  for await (const request of requests) {
    const prompt = await promptTokens(request, tokenizer);
    counters.requestedTokens += prompt.length;
    yield prepare(request, prompt, contextLength);
  }
}

function prepare(request: GenerateRequest, prompt: Tokens, contextLength: number): Preparation {
  const left = contextLength - prompt.length;
  if (left > 0) {
    return { kind: 'ready', prepared: { request, prompt, maxTokens: Math.min(request.maxTokens, left) } };
  }
  const message = `Generating: the prompt's ${prompt.length} tokens leave no room in the context length of ${contextLength}. Truncate it, or use a longer --context.`;
  return { kind: 'failed', failure: { status: 'error', id: request.id, code: 'context-too-long', message } };
}

async function promptTokens({ prompt }: GenerateRequest, tokenizer: Tokenizer): Promise<Tokens> {
  const [tokens] =
    prompt.kind === 'tokens' ? [prompt.tokens] : await tokenizer.encode([prompt.text], { addSpecial: true });
  return tokens === undefined || tokens.length === 0 ? Int32Array.of(tokenizer.info.prefix.id) : tokens;
}

import {
  BugError,
  type GeneratePrompt,
  type GenerateRequest,
  type RequestFailure,
  type Tokenizer,
  type Tokens,
} from '@understudy/core';
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
  /** An encoder reads the prompt: it takes no room from the text. */
  readonly promptIsApart?: boolean;
  readonly counters: Pick<Counters, 'requestedTokens'>;
}

/** Turns requests' prompts into tokens, in order. An empty prompt becomes the prefix token. */
export async function* prepareRequests(
  requests: AsyncIterable<GenerateRequest>,
  { tokenizer, contextLength, promptIsApart = false, counters }: PrepareOptions,
): AsyncGenerator<Preparation, void, undefined> {
  for await (const request of requests) {
    const prompt = await promptTokens(request.prompt, tokenizer);
    const negativePrompt = await negativePromptTokens(request, prompt, tokenizer);
    counters.requestedTokens += prompt.length + (negativePrompt?.length ?? 0);
    const prepared = { request, prompt, negativePrompt, maxTokens: request.maxTokens };
    yield prepare(prepared, { contextLength, promptIsApart });
  }
}

function prepare(
  prepared: PreparedRequest,
  { contextLength, promptIsApart }: { readonly contextLength: number; readonly promptIsApart: boolean },
): Preparation {
  const { request, prompt, negativePrompt } = prepared;
  const length = Math.max(prompt.length, negativePrompt?.length ?? 0);
  const left = contextLength - length;
  if (promptIsApart ? left >= 0 : left > 0) {
    const maxTokens = Math.min(request.maxTokens, promptIsApart ? contextLength : left);
    return { kind: 'ready', prepared: { ...prepared, maxTokens } };
  }
  const message = `Generating: the prompt's ${length} tokens leave no room in the context length of ${contextLength}. Truncate it, or use a longer --context.`;
  return { kind: 'failed', failure: { status: 'error', id: request.id, code: 'context-too-long', message } };
}

async function promptTokens(prompt: GeneratePrompt, tokenizer: Tokenizer): Promise<Tokens> {
  if (prompt.kind === 'chat') {
    throw new BugError({ code: 'chat-not-rendered', message: 'The llama engine was given messages; it takes texts.' });
  }
  const [tokens] =
    prompt.kind === 'tokens' ? [prompt.tokens] : await tokenizer.encode([prompt.text], { addSpecial: true });
  return tokens === undefined || tokens.length === 0 ? Int32Array.of(tokenizer.info.prefix.id) : tokens;
}

/** Guidance without a prompt of its own starts from the prompt's last token, as in transformers. */
async function negativePromptTokens(
  { decoding }: GenerateRequest,
  prompt: Tokens,
  tokenizer: Tokenizer,
): Promise<Tokens | undefined> {
  if (decoding?.guidance === undefined) return undefined;
  const { negativePrompt } = decoding.guidance;
  return negativePrompt === undefined ? prompt.slice(-1) : await promptTokens(negativePrompt, tokenizer);
}

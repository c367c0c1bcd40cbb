import type { EncodedPair, Tokenizer, Tokens } from '@understudy/core';
import type { TaskRequest } from '@understudy/tasks';
import type { EncodedRequest, RequestOfKind } from './encoded-request.js';
import { rollingWindows } from './rolling-windows.js';
import { truncatePair, truncatePrompt, type ContextLength } from './truncate-left.js';

/** What texts become tokens with. */
export interface TokenEncoding {
  readonly tokenizer: Tokenizer;
  /** The engine's context, in tokens. */
  readonly contextLength: number;
}

/** Encodes requests for an engine that takes tokens, all at once, and cuts their prompts to the engine's context. */
export async function encodeAsTokens(
  requests: readonly TaskRequest[],
  { tokenizer, contextLength }: TokenEncoding,
): Promise<readonly EncodedRequest[]> {
  const length = { tokens: contextLength, pairsAreApart: tokenizer.info.pairsAreApart ?? false };
  const only = <K extends TaskRequest['kind']>(kind: K): RequestOfKind<K>[] =>
    requests.filter((request): request is RequestOfKind<K> => request.kind === kind);
  const generations = only('generate');
  const negatives = generations.flatMap(({ negativePrompt }) => negativePrompt ?? []);
  const [pairs, pages, prompts, negativePrompts] = await Promise.all([
    tokenizer.encodePairs(only('loglikelihood')),
    tokenizer.encode(
      only('rolling').map(({ text }) => text),
      { addSpecial: true },
    ),
    tokenizer.encode(
      generations.map(({ context }) => context),
      { addSpecial: true },
    ),
    tokenizer.encode(negatives, { addSpecial: true }),
  ]);
  const [nextPair, nextPage, nextPrompt, nextNegative] = [
    pairs.values(),
    pages.values(),
    prompts.values(),
    negativePrompts.values(),
  ];
  return requests.map((request): EncodedRequest => {
    switch (request.kind) {
      case 'loglikelihood':
        return encodedPair(nextPair.next().value!, length);
      case 'rolling':
        return encodedPage(nextPage.next().value!, contextLength, tokenizer.info.prefix.id);
      case 'generate':
        return encodedPrompt(
          {
            tokens: nextPrompt.next().value!,
            negative: request.negativePrompt === undefined ? undefined : nextNegative.next().value!,
            maxTokens: request.maxTokens,
          },
          length,
        );
      default:
        return request satisfies never;
    }
  });
}

function encodedPair(pair: EncodedPair, length: ContextLength): EncodedRequest {
  const { value, cut } = truncatePair(pair, length);
  return { kind: 'score', prompts: [{ kind: 'tokens', ...value }], cut };
}

function encodedPage(tokens: Tokens, contextLength: number, prefix: number): EncodedRequest {
  const windows = rollingWindows(tokens, contextLength, prefix);
  return { kind: 'score', prompts: windows.map((window) => ({ kind: 'tokens', ...window })), cut: 0 };
}

interface GenerationTokens {
  readonly tokens: Tokens;
  /** The prompt of guidance. */
  readonly negative: Tokens | undefined;
  readonly maxTokens: number;
}

function encodedPrompt({ tokens, negative, maxTokens }: GenerationTokens, length: ContextLength): EncodedRequest {
  const { value, cut } = truncatePrompt(tokens, length, maxTokens);
  const negativePrompt = negative && {
    kind: 'tokens' as const,
    tokens: truncatePrompt(negative, length, maxTokens).value,
  };
  return { kind: 'generate', prompt: { kind: 'tokens', tokens: value }, negativePrompt, cut };
}

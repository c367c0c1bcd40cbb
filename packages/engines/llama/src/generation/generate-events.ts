import { setImmediate } from 'node:timers/promises';
import type { GenerateResponse } from '@understudy/core';
import type { Counters } from '@understudy/engine-process';
import type { PreparedRequest } from './growing-text.js';
import type { Preparation } from './prepare-requests.js';
import { RequestFeed } from './request-feed.js';
import type { GenerateEvent, TextMaker } from './text-maker.js';

/** Requests read ahead: to know the longest text, and to see shared prefixes. */
const READ_AHEAD = 64;

/** How texts are made. */
export interface GenerateEventsOptions {
  /** Makes what computes texts such as those that wait, the first of them at least. */
  readonly makeTexts: (waiting: readonly PreparedRequest[]) => Promise<TextMaker>;
  readonly counters: Pick<Counters, 'generatedTokens'>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Continuous batching: a text that ends makes room for the next request at once. Yields what happens, answers in any order. A
 * request that does not fit into what was made waits until that is idle, and gets another one.
 */
export async function* generateEvents(
  preparations: AsyncIterable<Preparation>,
  { makeTexts, counters, signal }: GenerateEventsOptions,
): AsyncGenerator<GenerateEvent, void, undefined> {
  const feed = new RequestFeed(preparations, READ_AHEAD, signal);
  let maker: TextMaker | undefined;
  try {
    for (;;) {
      const isIdle = maker === undefined || maker.isIdle;
      if (isIdle) await feed.ready();
      signal?.throwIfAborted();
      if (isIdle && feed.isDone) return;
      const next = feed.waiting[0];
      if (next !== undefined && isAnswered(next)) {
        feed.take();
        yield { type: 'finish', response: answer(next) };
      } else if (next?.kind === 'ready' && maker?.hasRoomFor(next.prepared) === true) {
        feed.take();
        yield* counted(await maker.admit(next.prepared, upcomingPrompt(feed.waiting[0])), counters);
      } else if (maker !== undefined && !isIdle) {
        yield* counted(await maker.step(), counters);
      } else {
        maker?.[Symbol.dispose]();
        maker = undefined;
        // Requests that are already on their way are read first, so that what is made suits them all.
        await setImmediate();
        maker = await makeTexts(feed.waiting.flatMap((one) => (one.kind === 'ready' ? [one.prepared] : [])));
      }
    }
  } finally {
    feed.close();
    maker?.[Symbol.dispose]();
  }
}

function counted(
  events: readonly GenerateEvent[],
  counters: GenerateEventsOptions['counters'],
): readonly GenerateEvent[] {
  for (const event of events) {
    if (event.type === 'finish' && event.response.status === 'ok')
      counters.generatedTokens += event.response.generatedTokens;
  }
  return events;
}

/** Tokens of a text at most, the longer of its prompts included. */
export function textLength({ prompt, negativePrompt, maxTokens }: PreparedRequest): number {
  return Math.max(prompt.length, negativePrompt?.length ?? 0) + maxTokens;
}

/** Tokens of the longest of texts. */
export function longestText(texts: readonly PreparedRequest[]): number {
  return Math.max(...texts.map((text) => textLength(text)));
}

function upcomingPrompt(next: Preparation | undefined): PreparedRequest['prompt'] | undefined {
  return next?.kind === 'ready' ? next.prepared.prompt : undefined;
}

/** True for requests that need no computing: those that cannot be computed, and those that want no token. */
function isAnswered(next: Preparation): boolean {
  return next.kind === 'failed' || next.prepared.maxTokens <= 0;
}

function answer(next: Preparation): GenerateResponse {
  if (next.kind === 'failed') return next.failure;
  const { request, prompt } = next.prepared;
  const promptTokens = prompt.length;
  return {
    status: 'ok',
    id: request.id,
    text: '',
    finishReason: 'length',
    promptTokens,
    cachedTokens: 0,
    generatedTokens: 0,
  };
}

/** The answers among events. */
export async function* answersOf(
  events: AsyncIterable<GenerateEvent>,
): AsyncGenerator<GenerateResponse, void, undefined> {
  for await (const event of events) if (event.type === 'finish') yield event.response;
}

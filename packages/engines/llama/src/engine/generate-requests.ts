import type { GenerateRequest, GenerateResponse } from '@understudy/core';
import type { Context } from '../context/context.js';
import { GenerateScheduler, type GenerateEvent } from '../schedule/generate-scheduler.js';
import type { PreparedRequest } from '../schedule/growing-text.js';
import { RequestFeed } from '../schedule/request-feed.js';
import type { EngineJob } from './engine-job.js';
import { makeGenerateContext, MOST_TEXTS } from './generate-context.js';
import { prepareRequests, type Preparation } from './prepare-request.js';

/** Requests read ahead: to size the context, and to see shared prefixes. */
const READ_AHEAD = 64;

/** Answers generate requests as they finish, in any order. */
export async function* generateRequests(
  requests: AsyncIterable<GenerateRequest>,
  job: EngineJob,
): AsyncGenerator<GenerateResponse, void, undefined> {
  for await (const event of generateEvents(requests, job, { deltas: false, texts: MOST_TEXTS })) {
    if (event.type === 'finish') yield event.response;
  }
}

/** A context and the texts that are made in it. */
interface Workplace extends Disposable {
  readonly context: Context;
  readonly scheduler: GenerateScheduler;
}

/** How requests are answered. */
export interface GenerateOptions {
  /** Yields text as it becomes certain. */
  readonly deltas: boolean;
  /** Texts made at a time at most. */
  readonly texts: number;
}

/** What happens while requests are answered. Each call has a context of its own, which lives as long as the call. */
export async function* generateEvents(
  requests: AsyncIterable<GenerateRequest>,
  job: EngineJob,
  options: GenerateOptions,
): AsyncGenerator<GenerateEvent, void, undefined> {
  const feed = new RequestFeed(prepareRequests(requests, job), READ_AHEAD, job.signal);
  let workplace: Workplace | undefined;
  try {
    for (;;) {
      const isIdle = workplace === undefined || workplace.scheduler.isIdle;
      if (isIdle) await feed.ready();
      job.signal?.throwIfAborted();
      if (isIdle && feed.isDone) return;
      const next = feed.waiting[0];
      let events: readonly GenerateEvent[] = [];
      if (next !== undefined && isAnswered(next)) {
        feed.take();
        events = [{ type: 'finish', response: answer(next) }];
      } else if (next?.kind === 'ready' && workplace !== undefined && hasRoom(workplace, next.prepared)) {
        feed.take();
        events = await workplace.scheduler.admit(next.prepared, upcomingPrompt(feed.waiting[0]));
      } else if (workplace !== undefined && !isIdle) {
        events = await workplace.scheduler.step();
      } else {
        workplace?.[Symbol.dispose]();
        workplace = undefined;
        workplace = await makeWorkplace(feed.waiting, job, options);
      }
      count(events, workplace, job);
      yield* events;
    }
  } finally {
    feed.close();
    workplace?.[Symbol.dispose]();
  }
}

/** A context that takes the longest of the requests that wait. */
async function makeWorkplace(
  waiting: readonly Preparation[],
  job: EngineJob,
  options: GenerateOptions,
): Promise<Workplace> {
  const tokens = Math.max(...waiting.map((next) => (next.kind === 'ready' ? length(next.prepared) : 0)));
  const context = await makeGenerateContext(job.model, job.settings, { tokens, texts: options.texts });
  const scheduler = new GenerateScheduler(context, {
    vocabulary: job.model.vocabulary,
    deltas: options.deltas,
    onlyKnownPrefixes: job.settings.deterministic,
  });
  const dispose = (): void => {
    scheduler[Symbol.dispose]();
    context[Symbol.dispose]();
  };
  return { context, scheduler, [Symbol.dispose]: dispose };
}

function hasRoom({ context, scheduler }: Workplace, prepared: PreparedRequest): boolean {
  return scheduler.hasRoom && length(prepared) <= context.options.cells / context.options.sequences;
}

/** Cells a request takes at most. */
function length({ prompt, maxTokens }: PreparedRequest): number {
  return prompt.length + maxTokens;
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

function count(events: readonly GenerateEvent[], workplace: Workplace | undefined, { counters }: EngineJob): void {
  if (workplace !== undefined) counters.addDecoded(workplace.context.takeTotals());
  for (const event of events) {
    if (event.type === 'finish' && event.response.status === 'ok') {
      counters.generatedTokens += event.response.generatedTokens;
    }
  }
}

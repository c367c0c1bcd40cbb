import type { GenerateRequest, StreamEvent } from '@understudy/core';
import type { EngineJob } from './engine-job.js';
import { generateRequests } from './generate-requests.js';

/** Answers one request piece by piece: text as soon as no stop string can take it back, then the whole answer. */
export function streamRequest(request: GenerateRequest, job: EngineJob): AsyncIterable<StreamEvent> {
  return generateRequests(once(request), job, { deltas: true, texts: 1 });
}

async function* once<T>(item: T): AsyncGenerator<T, void, undefined> {
  yield item;
}

import { setTimeout } from 'node:timers/promises';
import type { RequestOrigin } from '@understudy/core';

/** Bounds of windows. Larger ones share more, smaller ones answer earlier: they grow from the first to the last number. */
const WINDOW_REQUESTS = [32, 128, 512, 2048] as const;

/** A window is taken as it is when no request has come for so long: whoever sends them may wait for answers first. */
const PATIENCE_MS = 20;

/** How requests are put into windows. */
export interface WindowOptions {
  /** One document a window, complete, however long its requests take to come. */
  readonly byDocument: boolean;
  readonly signal: AbortSignal | undefined;
}

/**
 * Cuts a stream of requests into windows to be planned together, at documents' ends. Only consecutive requests of one task
 * and document count as one document.
 */
export async function* requestsInWindows<T extends RequestOrigin>(
  requests: AsyncIterable<T>,
  { byDocument, signal }: WindowOptions,
): AsyncGenerator<readonly T[], void, undefined> {
  const source = requests[Symbol.asyncIterator]();
  const aborted = rejectionOf(signal);
  let next = handled(source.next());
  try {
    let window: T[] = [];
    let step = 0;
    for (;;) {
      const waits = byDocument || window.length === 0;
      const result = await Promise.race(waits ? [next, aborted] : [next, aborted, patience()]);
      const request = result?.done === false ? result.value : undefined;
      const isFull = byDocument || window.length >= WINDOW_REQUESTS[step]!;
      if (window.length > 0 && (request === undefined || (isFull && !isSameDocument(window.at(-1)!, request)))) {
        yield window;
        window = [];
        step = Math.min(step + 1, WINDOW_REQUESTS.length - 1);
      }
      if (result?.done === true) return;
      if (request === undefined) continue;
      window.push(request);
      next = handled(source.next());
    }
  } finally {
    // Not waited for: a source that is in the middle of `next` answers only after that.
    if (source.return !== undefined) void handled(source.return());
  }
}

/** A rejection is seen where the promise is awaited; until then it must not count as unhandled. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Rejects when the signal aborts. */
function rejectionOf(signal: AbortSignal | undefined): Promise<never> {
  return handled(
    new Promise((_, reject) => {
      if (signal?.aborted === true) reject(signal.reason);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
  );
}

async function patience(): Promise<undefined> {
  await setTimeout(PATIENCE_MS, undefined, { ref: false });
  return undefined;
}

function isSameDocument(a: RequestOrigin, b: RequestOrigin): boolean {
  return a.task === b.task && a.document === b.document;
}

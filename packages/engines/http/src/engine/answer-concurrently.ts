import { setMaxListeners } from 'node:events';
import { AsyncQueue } from '@understudy/engine-process';

/** How requests are answered side by side. */
export interface AnswerConcurrentlyOptions<Request, Response> {
  /** Answers one request; `undefined`: it stays unanswered, because `stopped` tells why nothing is answered any more. */
  readonly answer: (request: Request, signal: AbortSignal) => Promise<Response | undefined>;
  /** Ends when a further request would begin soon. */
  readonly hasRoom: () => Promise<void>;
  /** Why no further request is to be begun. */
  readonly stopped: () => Error | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Answers that wait for their reader at the most, before no further request is begun. */
const MAX_WAITING = 1024;

/**
 * Answers requests side by side, and yields the answers as they come. What was begun is finished before an error ends the
 * iteration, whether it comes from `stopped` or from the requests; an abort ends it at once.
 */
export async function* answerConcurrently<Request, Response>(
  requests: AsyncIterable<Request>,
  options: AnswerConcurrentlyOptions<Request, Response>,
): AsyncGenerator<Response, void, undefined> {
  const abandon = new AbortController();
  const signal = options.signal === undefined ? abandon.signal : AbortSignal.any([options.signal, abandon.signal]);
  // Every request under way listens.
  setMaxListeners(0, signal);
  const reader = new Reader();
  const answers = new AsyncQueue<Response>((left) => reader.took(left));
  let broken: { readonly error: unknown } | undefined;
  const pump = async (): Promise<void> => {
    const underWay = new Set<Promise<void>>();
    const begin = (request: Request): void => {
      const work = options
        .answer(request, signal)
        .then((answer) => (answer === undefined ? undefined : reader.push(answers, answer)))
        .catch((error: unknown) => void (broken ??= { error }))
        .finally(() => underWay.delete(work));
      underWay.add(work);
    };
    try {
      for await (const request of requests) {
        begin(request);
        await options.hasRoom();
        await reader.isQuick();
        if (broken !== undefined || options.stopped() !== undefined) break;
      }
    } finally {
      await Promise.all(underWay);
    }
    signal.throwIfAborted();
    if (broken !== undefined) throw broken.error;
    const reason = options.stopped();
    if (reason !== undefined) throw reason;
  };
  const pumped = pump().finally(() => answers.end());
  pumped.catch(() => undefined);
  try {
    yield* answers;
    await pumped;
  } finally {
    abandon.abort();
  }
}

/** Knows how many answers wait to be read. */
class Reader {
  #waiting = 0;
  #wake: (() => void) | undefined;

  push<T>(answers: AsyncQueue<T>, answer: T): void {
    this.#waiting++;
    answers.push([answer]);
  }

  took(left: number): void {
    this.#waiting = left;
    if (left < MAX_WAITING) this.#wake?.();
  }

  /** Ends when few answers wait. */
  async isQuick(): Promise<void> {
    while (this.#waiting >= MAX_WAITING) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

import type { OnProgress } from '@understudy/core';
import { AsyncQueue } from './async-queue.js';
import type { HostMessage, WorkerMessage } from './messages.js';
import { Outbox } from './outbox.js';
import { toWireError } from './wire-error.js';

/** What a method of a worker may use while it runs. */
export interface CallContext {
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/** The methods a worker offers; the host names them. Arguments and results must survive the structured clone. */
export interface WorkerMethods {
  /** One argument, one result. */
  readonly calls: Readonly<Record<string, (argument: never, context: CallContext) => Promise<unknown>>>;
  /** A stream of requests, a stream of answers, and one argument for all of them. */
  readonly streams?: Readonly<
    Record<string, (requests: AsyncIterable<never>, context: CallContext, argument: never) => AsyncIterable<unknown>>
  >;
}

/** Requests asked for at a time, and the level below which more are asked for. */
const REQUEST_CHUNK = 512;
/** Answers of one message at the most. */
const ANSWER_CHUNK = 512;

interface OpenCall {
  readonly abort: AbortController;
  readonly requests?: AsyncQueue<never>;
  wanted: number;
}

/**
 * Serves methods to the parent process over its IPC channel until the parent disconnects or ends it.
 * Interrupts from the terminal are left to the parent: it decides what is finished first.
 */
export function serve(methods: WorkerMethods): void {
  const open = new Map<number, OpenCall>();
  const context = (call: number, abort: AbortController): CallContext => ({
    signal: abort.signal,
    onProgress: (progress) => send({ type: 'progress', call, progress }),
  });

  const runCall = async (call: number, method: string, argument: unknown): Promise<void> => {
    const abort = new AbortController();
    open.set(call, { abort, wanted: 0 });
    try {
      const value = await methods.calls[method]!(argument as never, context(call, abort));
      send({ type: 'result', call, value });
    } catch (error) {
      send({ type: 'error', call, error: toWireError(error) });
    } finally {
      open.delete(call);
    }
  };

  const runStream = async (call: number, method: string, argument: unknown): Promise<void> => {
    const abort = new AbortController();
    const requests = new AsyncQueue<never>((left) => {
      const state = open.get(call);
      if (state !== undefined && left + state.wanted < REQUEST_CHUNK) want(call, state);
    });
    const state: OpenCall = { abort, requests, wanted: 0 };
    const outbox = new Outbox<unknown>(ANSWER_CHUNK, (items) => send({ type: 'answers', call, items }));
    open.set(call, state);
    want(call, state);
    try {
      const answers = methods.streams![method]!(requests, context(call, abort), argument as never);
      for await (const answer of answers) outbox.add(answer);
      outbox.flush();
      send({ type: 'done', call });
    } catch (error) {
      outbox.flush();
      send({ type: 'error', call, error: toWireError(error) });
    } finally {
      open.delete(call);
    }
  };

  const want = (call: number, state: OpenCall): void => {
    state.wanted += REQUEST_CHUNK;
    send({ type: 'want', call, count: REQUEST_CHUNK });
  };

  process.on('message', (message: HostMessage) => {
    switch (message.type) {
      case 'call':
        void runCall(message.call, message.method, message.argument);
        break;
      case 'stream':
        void runStream(message.call, message.method, message.argument);
        break;
      case 'items': {
        const state = open.get(message.call);
        if (state === undefined) break;
        state.wanted -= message.items.length;
        state.requests?.push(message.items as readonly never[]);
        break;
      }
      case 'end':
        open.get(message.call)?.requests?.end();
        break;
      case 'abort': {
        const state = open.get(message.call);
        state?.abort.abort();
        state?.requests?.end();
        break;
      }
      default:
        message satisfies never;
    }
  });
  process.on('disconnect', () => process.exit(0));
  process.on('SIGINT', () => {});
  send({ type: 'ready' });
}

function send(message: WorkerMessage): void {
  if (process.connected) process.send!(message);
}

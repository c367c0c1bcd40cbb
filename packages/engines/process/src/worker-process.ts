import { fork, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { EngineError, type OnProgress } from '@understudy/core';
import { AsyncQueue } from './async-queue.js';
import { Credit } from './credit.js';
import { LogLines } from './log-lines.js';
import type { HostMessage, WorkerMessage } from './messages.js';
import { Outbox } from './outbox.js';
import { fromWireError } from './wire-error.js';

/** How a worker is started. */
export interface WorkerOptions {
  /** Path of the worker's entry: a module that calls `serve`. */
  readonly entry: string;
  /** Name for messages, e.g. `onnx engine`. */
  readonly name: string;
  /** Told of each line the worker or native code in it writes; they never reach our own stdout. */
  readonly onLog?: ((line: string) => void) | undefined;
}

/** Settings of one call. */
export interface WorkerCallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
}

interface PendingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: OnProgress | undefined;
}

interface PendingStream {
  readonly answers: AsyncQueue<unknown>;
  readonly credit: (count: number) => void;
}

const LAST_LINES = 20;
/** Items of one message at the most. */
const ITEM_CHUNK = 256;

/** A child process that serves methods. When it dies, what was pending fails with an `EngineError` that tells why. */
export class WorkerProcess implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #name: string;
  readonly #log: LogLines;
  readonly #calls = new Map<number, PendingCall>();
  readonly #streams = new Map<number, PendingStream>();
  readonly #exited: Promise<void>;
  #nextCall = 0;
  #death: EngineError | undefined;
  #isClosing = false;

  constructor(options: WorkerOptions) {
    this.#name = options.name;
    this.#log = new LogLines(LAST_LINES, options.onLog);
    this.#child = fork(options.entry, { serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const outputs = [this.#child.stdout!, this.#child.stderr!];
    for (const output of outputs) output.setEncoding('utf8').on('data', (text: string) => this.#log.write(text));
    this.#child.on('message', (message) => this.#receive(message as WorkerMessage));
    this.#exited = this.#watch(outputs);
  }

  /** Process id, for tests and diagnostics. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Calls a method with one argument and waits for its result; when the signal aborts, no longer, and throws its reason. */
  async call(method: string, argument: unknown, options: WorkerCallOptions = {}): Promise<unknown> {
    options.signal?.throwIfAborted();
    if (this.#death !== undefined) throw this.#death;
    const call = this.#nextCall++;
    const abort = (): void => {
      this.#send({ type: 'abort', call });
      this.#calls.get(call)?.reject(options.signal?.reason);
    };
    options.signal?.addEventListener('abort', abort, { once: true });
    try {
      return await new Promise((resolve, reject) => {
        this.#calls.set(call, { resolve, reject, onProgress: options.onProgress });
        this.#send({ type: 'call', call, method, argument });
      });
    } finally {
      this.#calls.delete(call);
      options.signal?.removeEventListener('abort', abort);
    }
  }

  /** Sends a stream of requests, as many as the worker asks for, and yields its answers. `argument` is for all of them. */
  async *stream<T, R>(
    method: string,
    requests: AsyncIterable<T>,
    options: WorkerCallOptions & { readonly argument?: unknown } = {},
  ): AsyncGenerator<R> {
    options.signal?.throwIfAborted();
    if (this.#death !== undefined) throw this.#death;
    const call = this.#nextCall++;
    const answers = new AsyncQueue<unknown>();
    const stopped = new AbortController();
    const credit = new Credit();
    stopped.signal.addEventListener('abort', () => credit.grant(Number.POSITIVE_INFINITY), { once: true });
    this.#streams.set(call, { answers, credit: (count) => credit.grant(count) });
    const abort = (): void => {
      stopped.abort();
      this.#send({ type: 'abort', call });
      answers.fail(options.signal?.reason);
    };
    options.signal?.addEventListener('abort', abort, { once: true });
    this.#send({ type: 'stream', call, method, argument: options.argument });
    const feeding = this.#feed(call, requests, credit, stopped.signal).catch((error) => {
      this.#send({ type: 'abort', call });
      answers.fail(error);
    });
    try {
      for await (const answer of answers) yield answer as R;
    } finally {
      const unfinished = this.#streams.delete(call) && !stopped.signal.aborted;
      stopped.abort();
      if (unfinished) this.#send({ type: 'abort', call });
      options.signal?.removeEventListener('abort', abort);
      await feeding;
    }
  }

  /** Ends the worker: it gets the chance to leave by itself, then is killed. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosing = true;
    if (this.#child.connected) this.#child.disconnect();
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 2000);
    await this.#exited;
    clearTimeout(timer);
  }

  async #feed<T>(call: number, requests: AsyncIterable<T>, credit: Credit, stopped: AbortSignal): Promise<void> {
    const outbox = new Outbox<T>(ITEM_CHUNK, (items) => this.#send({ type: 'items', call, items }));
    for await (const request of requests) {
      await credit.take();
      if (stopped.aborted) return;
      outbox.add(request);
    }
    outbox.flush();
    if (!stopped.aborted) this.#send({ type: 'end', call });
  }

  #send(message: HostMessage): void {
    if (!this.#child.connected) return;
    // A worker that has just died is reported by its exit, with the reason; not by the failed write.
    this.#child.send(message, () => {});
  }

  #receive(message: WorkerMessage): void {
    switch (message.type) {
      case 'ready':
        break;
      case 'progress':
        this.#calls.get(message.call)?.onProgress?.(message.progress);
        break;
      case 'result':
        this.#calls.get(message.call)?.resolve(message.value);
        break;
      case 'want':
        this.#streams.get(message.call)?.credit(message.count);
        break;
      case 'answers':
        this.#streams.get(message.call)?.answers.push(message.items);
        break;
      case 'done':
        this.#finishStream(message.call)?.answers.end();
        break;
      case 'error':
        this.#calls.get(message.call)?.reject(fromWireError(message.error));
        this.#finishStream(message.call)?.answers.fail(fromWireError(message.error));
        break;
      default:
        message satisfies never;
    }
  }

  #finishStream(call: number): PendingStream | undefined {
    const stream = this.#streams.get(call);
    this.#streams.delete(call);
    return stream;
  }

  /** Waits for the end of the process and then for its last output, which tells the reason. ('close' may not come after a disconnect.) */
  async #watch(outputs: readonly Readable[]): Promise<void> {
    const what = await new Promise<string>((resolve) => {
      this.#child.once('error', (error) => resolve(error.message));
      this.#child.once('exit', (code, signal) => resolve(describeExit(code, signal)));
    });
    await Promise.allSettled(outputs.map((output) => finished(output)));
    this.#die(what);
  }

  #die(what: string): void {
    this.#death ??= new EngineError({
      code: 'engine-crashed',
      message: [`The ${this.#name} stopped: ${what}.`, ...this.#log.last().map((line) => `  | ${line}`)].join('\n'),
      hint: 'What was computed is stored; the same command goes on from there.',
    });
    if (!this.#isClosing || this.#calls.size + this.#streams.size > 0) {
      for (const { reject } of this.#calls.values()) reject(this.#death);
      for (const { answers } of this.#streams.values()) answers.fail(this.#death);
    }
    this.#streams.clear();
  }
}

function describeExit(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === 'SIGKILL') return 'it was killed (SIGKILL); often that is the system running out of memory';
  if (signal !== null) return `it was ended by ${signal}`;
  return `it left with exit code ${code}`;
}

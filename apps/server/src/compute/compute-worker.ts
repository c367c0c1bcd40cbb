import { Worker } from 'node:worker_threads';
import { ApiError } from '../http/api-error.js';
import type { Compute } from './compute.js';
import type { JobInput, JobName, JobOutput } from './jobs/jobs.js';
import type { JobRequest, WorkerMessage } from './messages.js';
import { fromSentError } from './sent-error.js';

/** How a worker is run. */
export interface ComputeWorkerOptions {
  /** The compiled entry; by default the one beside this file once that is compiled. */
  readonly entry?: URL | undefined;
  /** Jobs that may wait. */
  readonly waiting?: number | undefined;
  /** How long a job may take, in milliseconds; those not named may take as long as they like. */
  readonly limitsMs?: Readonly<Partial<Record<JobName, number>>> | undefined;
  /** Told why the thread broke down: the client learns only that it did. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

interface Job {
  readonly request: JobRequest;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Regular expressions of a task can take for ever on a text; the usual sample takes a millisecond. */
const LIMITS_MS = { explainSample: 10_000 } as const;

const WAITING = 100;
const BUSY_RETRY_MS = 5000;

/**
 * Does jobs in a thread of its own, one after the other, so that votes are answered meanwhile. The thread is started at once, as that takes
 * as long as a result, and after it broke down anew by the next job. A job that takes longer than it may ends with the thread, and is refused
 * (`ApiError` 503 `compute-too-long`). Dispose it when the server has stopped: jobs that wait are refused.
 */
export class ComputeWorker implements Compute, AsyncDisposable {
  readonly #entry: URL;
  readonly #waiting: number;
  readonly #onError: (error: unknown) => void;
  readonly #queue: Job[] = [];
  #worker: Worker | undefined;
  #current: Job | undefined;
  #isClosed = false;
  readonly #limitsMs: Readonly<Partial<Record<JobName, number>>>;
  #timer: NodeJS.Timeout | undefined;

  constructor({
    entry,
    waiting = WAITING,
    limitsMs = LIMITS_MS,
    onError = () => undefined,
  }: ComputeWorkerOptions = {}) {
    this.#limitsMs = limitsMs;
    this.#entry = entry ?? new URL('./worker.js', import.meta.url);
    this.#waiting = waiting;
    this.#onError = onError;
    this.#worker = this.#start();
  }

  run<Name extends JobName>(name: Name, input: JobInput<Name>, signal?: AbortSignal): Promise<JobOutput<Name>> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#isClosed) throw stopping();
      if (this.#queue.length >= this.#waiting) throw busy();
      const drop = (): void => {
        const place = this.#queue.indexOf(job);
        if (place < 0) return;
        this.#queue.splice(place, 1);
        job.reject(signal?.reason);
      };
      const forget = (): void => signal?.removeEventListener('abort', drop);
      const job: Job = {
        request: { name, input },
        resolve: (output) => {
          forget();
          // The worker answers a job with what the job gives.
          resolve(output as JobOutput<Name>);
        },
        reject: (error) => {
          forget();
          reject(error);
        },
      };
      signal?.addEventListener('abort', drop);
      this.#queue.push(job);
      this.#next();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const job of this.#queue.splice(0)) job.reject(stopping());
    await this.#worker?.terminate();
  }

  #next(): void {
    if (this.#current !== undefined || this.#isClosed) return;
    const job = this.#queue.shift();
    if (job === undefined) return;
    this.#current = job;
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage(job.request);
    } catch (error) {
      this.#end((failed) => failed.reject(error));
    }
  }

  /** From now on the job's time counts. */
  #limit(): void {
    const name = this.#current?.request.name;
    const limitMs = name && this.#limitsMs[name];
    if (limitMs !== undefined) this.#timer = setTimeout(() => this.#giveUp(), limitMs).unref();
  }

  /** Ends the thread, and with it the job that takes too long. */
  #giveUp(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.removeAllListeners();
    void worker?.terminate();
    this.#end((job) => job.reject(tooLong()));
  }

  /** Tells of the job that is being done, and begins the next. */
  #end(tell: (job: Job) => void): void {
    clearTimeout(this.#timer);
    const job = this.#current;
    this.#current = undefined;
    if (job !== undefined) tell(job);
    this.#next();
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { name: 'understudy-compute' });
    worker.on('message', (message: WorkerMessage) => {
      if ('begun' in message) this.#limit();
      else if ('error' in message) this.#end((job) => job.reject(fromSentError(message.error)));
      else this.#end((job) => job.resolve(message.output));
    });
    worker.on('messageerror', (error) => this.#end((job) => job.reject(error)));
    worker.on('error', (error) => this.#onError(error));
    // Comes after an error too.
    worker.on('exit', (code) => {
      this.#worker = undefined;
      const name = this.#current?.request.name;
      if (name !== undefined && !this.#isClosed)
        this.#onError(new Error(`The thread that computed ${name} ended with exit code ${code}.`));
      this.#end((job) => job.reject(this.#isClosed ? stopping() : brokenDown()));
    });
    return worker;
  }
}

function busy(): ApiError {
  return new ApiError({
    status: 503,
    code: 'compute-busy',
    message: 'Too many results are being computed.',
    hint: 'Ask again in a few seconds.',
    retryAfterMs: BUSY_RETRY_MS,
  });
}

function tooLong(): ApiError {
  return new ApiError({
    status: 503,
    code: 'compute-too-long',
    message: 'The result could not be computed: it takes too long.',
  });
}

function stopping(): ApiError {
  return new ApiError({ status: 503, code: 'server-stopping', message: 'The server is stopping.' });
}

function brokenDown(): ApiError {
  return new ApiError({
    status: 500,
    code: 'compute-failed',
    message: 'The result could not be computed: the computation broke down.',
    hint: 'Ask again; voting goes on. The server’s log says what happened.',
  });
}

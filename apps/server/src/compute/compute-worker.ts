import { Worker } from 'node:worker_threads';
import { ApiError } from '../http/api-error.js';
import type { Compute } from './compute.js';
import type { JobInput, JobName, JobOutput } from './jobs/jobs.js';
import type { JobRequest, JobResponse } from './messages.js';
import { fromSentError } from './sent-error.js';

/** How a worker is run. */
export interface ComputeWorkerOptions {
  /** The compiled entry; by default the one beside this file once that is compiled. */
  readonly entry?: URL | undefined;
  /** Jobs that may wait. */
  readonly waiting?: number | undefined;
  /** Told why the thread broke down: the client learns only that it did. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

interface Job {
  readonly request: JobRequest;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const WAITING = 100;
const BUSY_RETRY_MS = 5000;

/**
 * Does jobs in a thread of its own, one after the other, so that votes are answered meanwhile. The thread is started at once, as that takes
 * as long as a result, and after it broke down anew by the next job. Dispose it when the server has stopped: jobs that wait are refused.
 */
export class ComputeWorker implements Compute, AsyncDisposable {
  readonly #entry: URL;
  readonly #waiting: number;
  readonly #onError: (error: unknown) => void;
  readonly #queue: Job[] = [];
  #worker: Worker | undefined;
  #current: Job | undefined;
  #isClosed = false;

  constructor({ entry, waiting = WAITING, onError = () => undefined }: ComputeWorkerOptions = {}) {
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

  /** Tells of the job that is being done, and begins the next. */
  #end(tell: (job: Job) => void): void {
    const job = this.#current;
    this.#current = undefined;
    if (job !== undefined) tell(job);
    this.#next();
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { name: 'understudy-compute' });
    worker.on('message', (answer: JobResponse) =>
      this.#end((job) => ('error' in answer ? job.reject(fromSentError(answer.error)) : job.resolve(answer.output))),
    );
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

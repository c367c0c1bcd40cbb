import { BroadcastChannel } from 'node:worker_threads';
import { ComputeWorker, type ComputeWorkerOptions } from '../compute/compute-worker.js';

/** A worker whose jobs wait until they are told to go on. Its thread runs a compiled file; `npm run build` comes before the tests. */
export class HeldJobs implements AsyncDisposable {
  readonly compute: ComputeWorker;
  /** Jobs begun that nobody has asked for. */
  readonly #begun: string[] = [];
  readonly #channel = new BroadcastChannel('understudy-held-jobs');
  #wake: (() => void) | undefined;

  constructor(options: Omit<ComputeWorkerOptions, 'entry'> = {}) {
    this.compute = new ComputeWorker({
      ...options,
      entry: new URL('../../dist/testing/held-worker.js', import.meta.url),
    });
    this.#channel.addEventListener('message', (event) => {
      if ('data' in event) this.#begun.push(String(event.data));
      this.#wake?.();
    });
  }

  /** Waits until the thread has the next job; its name. */
  async next(): Promise<string> {
    for (;;) {
      const name = this.#begun.shift();
      if (name !== undefined) return name;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Lets the thread do the job that it has. */
  go(): void {
    this.#channel.postMessage('go');
  }

  /** Ends the thread in the middle of its job. */
  break(): void {
    this.#channel.postMessage('break');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.compute[Symbol.asyncDispose]();
    this.#channel.close();
  }
}

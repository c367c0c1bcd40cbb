import { UnderstudyError } from '@understudy/core';
import type { LiveSession, Run, RunEndStatus, RunSession, Store } from '@understudy/store';
import { keepResults } from '../results/refresh-results.js';
import { sumCounters } from './counters.js';
import type { EvaluateOptions } from './evaluate-options.js';
import type { LeafRun } from './leaf-run.js';
import type { RunEngines } from './open-engines.js';
import type { RunEvent, RunOutcome } from './run-event.js';
import { runLeaves } from './run-leaves.js';
import { SampleWriter } from './sample-writer.js';

const PROGRESS_MS = 500;
const HEARTBEAT_MS = 5000;

/** What a stretch of work is about and whom it tells. */
export interface SessionOptions {
  readonly store: Store;
  readonly run: Run;
  readonly engines: RunEngines;
  readonly emit: (event: RunEvent) => void;
  readonly leaves: readonly LeafRun[];
  /** Stop strings of the chat template, beside those of the tasks. */
  readonly stop: readonly string[];
  readonly startedAt: number;
}

/** One stretch of work on a run: computes what is missing, tells of it, and closes the stretch however it ends. */
export class Session {
  readonly documents: number;
  done: number;
  readonly #options: SessionOptions;
  #failedSamples = 0;
  #lastTold: LiveSession | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.documents = options.leaves.reduce((sum, { expected }) => sum + expected, 0);
    this.done = options.leaves.reduce((sum, { stored }) => sum + stored.size, 0);
  }

  async work(options: EvaluateOptions): Promise<RunOutcome> {
    const { store, run, engines, leaves, stop, emit } = this.#options;
    const writer = new SampleWriter(store, run.id);
    const timers = [
      setInterval(() => void this.#tell(), PROGRESS_MS),
      // A run that was lost to another process is reported by the next write, where it can end this session.
      setInterval(() => void store.heartbeat(run.id, this.#lastTold).catch(() => undefined), HEARTBEAT_MS),
    ];
    const onSample = (failed: boolean): void => {
      this.done++;
      if (failed) this.#failedSamples++;
    };
    try {
      for (const engine of engines.all) {
        const own = leaves.filter((leaf) => leaf.engine === engine);
        for (const kind of [false, true]) {
          const some = own.filter(({ task }) => (task.outputType === 'generate_until') === kind);
          if (some.length > 0)
            await runLeaves(engine, some, { options, stop, store, writer, emit, onSample, signal: options.signal });
        }
      }
      await writer.flush();
      await this.#tell();
      return await this.#end('finished');
    } catch (error) {
      if (options.signal?.aborted === true) {
        await writer.flush();
        return await this.#end('stopped');
      }
      await this.#fail(writer, error);
      throw error;
    } finally {
      for (const timer of timers) clearInterval(timer);
    }
  }

  /** Keeps what can be kept. When writing fails, too (a full disk), the first error is still the one to be told. */
  async #fail(writer: SampleWriter, error: unknown): Promise<void> {
    try {
      await writer.flush();
      await this.#end(isLimit(error) ? 'stopped' : 'failed', error);
    } catch {
      // The run then reads as interrupted, and is gone on with like one.
    }
  }

  async #tell(): Promise<void> {
    const { engines, emit, startedAt } = this.#options;
    const counters = await sumCounters(engines.all).catch(() => undefined);
    if (counters === undefined) return; // The engine's death is reported where its answers are awaited.
    const elapsedMs = performance.now() - startedAt;
    this.#lastTold = { elapsedMs, documents: this.done, counters };
    emit({ type: 'progress', done: this.done, total: this.documents, counters, elapsedMs });
  }

  async #end(status: RunEndStatus, error?: unknown): Promise<RunOutcome> {
    const { store, run, engines, startedAt } = this.#options;
    const counters = await sumCounters(engines.all).catch(() => undefined);
    const session: RunSession = {
      status,
      endedAt: Date.now(),
      elapsedMs: performance.now() - startedAt,
      counters,
      error: toStored(error),
    };
    await store.finishRun(run.id, session);
    await keepResults(store, run.id);
    return {
      runId: run.id,
      status: status === 'finished' ? status : 'stopped',
      stored: this.done,
      failedSamples: this.#failedSamples,
    };
  }
}

/** A limit that the user set ends a run as an interrupt does. */
function isLimit(error: unknown): boolean {
  return UnderstudyError.isInstance(error) && error.code === 'max-cost-reached';
}

function toStored(error: unknown): RunSession['error'] {
  if (error === undefined) return undefined;
  if (UnderstudyError.isInstance(error)) return { code: error.code, message: error.message };
  return { code: 'unexpected', message: error instanceof Error ? error.message : JSON.stringify(error) };
}

import { UnderstudyError, UserError, type OnProgress } from '@understudy/core';
import type { Run, RunEndStatus, RunSession, Store } from '@understudy/store';
import { openTasks } from '../plan/open-tasks.js';
import { sumCounters } from './counters.js';
import type { EvaluateOptions, EvaluateServices } from './evaluate-options.js';
import { eventStream } from './event-stream.js';
import type { LeafRun } from './leaf-run.js';
import { openEngines, type RunEngines } from './open-engines.js';
import { openRun } from './open-run.js';
import type { RunEvent, RunOutcome } from './run-event.js';
import { runLeaves } from './run-leaves.js';
import { SampleWriter } from './sample-writer.js';

const PROGRESS_MS = 500;
const HEARTBEAT_MS = 5000;

/**
 * Evaluates one model on tasks: yields what happens and returns how it ended. Samples are stored as they are made; the same
 * options again go on where a stopped run ended.
 * @throws UserError, DataError for what cannot begin, `interrupted` when the signal aborts before there is a run; EngineError when an engine dies, after what was computed is stored
 */
export function evaluateModel(
  options: EvaluateOptions,
  services: EvaluateServices,
): AsyncGenerator<RunEvent, RunOutcome> {
  return eventStream<RunEvent, RunOutcome>(async (emit) => {
    try {
      return await evaluate(options, services, emit);
    } catch (error) {
      throw options.signal?.aborted === true && !UnderstudyError.isInstance(error)
        ? interrupted(options, error)
        : error;
    }
  });
}

/** Fetching, converting and opening end with the signal's own reason, which is no error of ours; a run that began ends as `stopped`. */
function interrupted({ model }: EvaluateOptions, cause: unknown): UserError {
  return new UserError({
    code: 'interrupted',
    message: `Stopped before the run of ${model} began.`,
    hint: 'What was fetched so far is kept; the same command goes on from there.',
    values: { model },
    cause,
  });
}

async function evaluate(
  options: EvaluateOptions,
  services: EvaluateServices,
  emit: (event: RunEvent) => void,
): Promise<RunOutcome> {
  const { store } = services;
  const { signal } = options;
  const startedAt = performance.now();
  const onProgress: OnProgress = (progress) => emit({ type: 'model-progress', progress });
  const selection = await services.library.select(options.tasks);
  const files = await services.resolveModel(options.model, { onProgress, signal });
  await using model = services.openModel({ model: files, settings: options.engine, onProgress, signal });
  const engines = await openEngines(model, selection.tasks, emit);
  const tokenizer = engines.all[0]?.tokenizer?.info;
  const tasks = await openTasks({
    selection,
    options,
    openDataset: services.openDataset,
    tokenizer,
    model: files.name,
  });
  const { run, leaves, isResumed } = await openRun({ options, services, files, model, engines, selection, tasks });
  const session = new Session({ store, run, engines, emit, leaves, startedAt });
  emit({ type: 'run-started', runId: run.id, isResumed, documents: session.documents, stored: session.done });
  return await session.work(options);
}

interface SessionOptions {
  readonly store: Store;
  readonly run: Run;
  readonly engines: RunEngines;
  readonly emit: (event: RunEvent) => void;
  readonly leaves: readonly LeafRun[];
  readonly startedAt: number;
}

/** One stretch of work on a run: computes what is missing, tells of it, and closes the stretch however it ends. */
class Session {
  readonly documents: number;
  done: number;
  readonly #options: SessionOptions;
  #failedSamples = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.documents = options.leaves.reduce((sum, { expected }) => sum + expected, 0);
    this.done = options.leaves.reduce((sum, { stored }) => sum + stored.size, 0);
  }

  async work(options: EvaluateOptions): Promise<RunOutcome> {
    const { store, run, engines, leaves, emit } = this.#options;
    const writer = new SampleWriter(store, run.id);
    const timers = [
      setInterval(() => void this.#tell(), PROGRESS_MS),
      // A run that was lost to another process is reported by the next write, where it can end this session.
      setInterval(() => void store.heartbeat(run.id).catch(() => undefined), HEARTBEAT_MS),
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
            await runLeaves(engine, some, { options, store, writer, emit, onSample, signal: options.signal });
        }
      }
      await writer.flush();
      await this.#tell();
      return await this.#end('finished');
    } catch (error) {
      await writer.flush();
      if (options.signal?.aborted === true) return await this.#end('stopped');
      await this.#end('failed', error);
      throw error;
    } finally {
      for (const timer of timers) clearInterval(timer);
    }
  }

  async #tell(): Promise<void> {
    const { engines, emit, startedAt } = this.#options;
    const counters = await sumCounters(engines.all).catch(() => undefined);
    if (counters === undefined) return; // The engine's death is reported where its answers are awaited.
    emit({
      type: 'progress',
      done: this.done,
      total: this.documents,
      counters,
      elapsedMs: performance.now() - startedAt,
    });
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
    return { runId: run.id, status: status === 'finished' ? status : 'stopped', failedSamples: this.#failedSamples };
  }
}

function toStored(error: unknown): RunSession['error'] {
  if (error === undefined) return undefined;
  if (UnderstudyError.isInstance(error)) return { code: error.code, message: error.message };
  return { code: 'unexpected', message: error instanceof Error ? error.message : JSON.stringify(error) };
}

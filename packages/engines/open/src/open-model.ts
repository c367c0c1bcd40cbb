import { fileURLToPath } from 'node:url';
import type { Engine, EngineSettings, ModelFiles, OnProgress } from '@understudy/core';
import { EngineProcess } from '@understudy/engine-process';
import type { EngineChoice, EngineChoices, LocalEngine } from './engine-choice.js';
import { llamaCannotRead } from './refuse-model.js';
import { planModel } from './plan-model.js';
import { weightsInFormat } from './weights-in-format.js';

/** A model on disk to be opened and how. */
export interface OpenLocalModelOptions {
  readonly model: ModelFiles;
  readonly settings: EngineSettings;
  /** Understudy's home folder, for converted weights. */
  readonly home: string;
  readonly onProgress?: OnProgress | undefined;
  /** Told of native log lines. */
  readonly onLog?: ((line: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Memory that may be used, in bytes; the machine's by default. */
  readonly memoryBytes?: number | undefined;
}

const WORKERS = {
  onnx: fileURLToPath(import.meta.resolve('@understudy/engine-onnx/worker')),
  llama: fileURLToPath(import.meta.resolve('@understudy/engine-llama/worker')),
} as const;

/** A model whose engines are chosen; each starts when it is first asked for, and both end with the model. */
export class OpenModel implements AsyncDisposable {
  readonly choices: EngineChoices;
  readonly #open: (choice: EngineChoice) => Promise<Engine>;
  readonly #engines = new Map<string, Promise<Engine>>();

  constructor(choices: EngineChoices, open: (choice: EngineChoice) => Promise<Engine>) {
    this.choices = choices;
    this.#open = open;
  }

  /** The engine for log-likelihoods. */
  scoring(): Promise<Engine> {
    return this.#engine(this.choices.scoring);
  }

  /** The engine for greedy texts; the same one where one does both. */
  greedy(): Promise<Engine> {
    return this.#engine(this.choices.greedy);
  }

  /** The engine for sampled texts; the same one where one does both. */
  sampling(): Promise<Engine> {
    return this.#engine(this.choices.sampling);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // An engine that never opened was reported to whoever asked for it; there is nothing of it to close.
    await Promise.allSettled([...this.#engines.values()].map(async (engine) => (await engine)[Symbol.asyncDispose]()));
  }

  #engine(choice: EngineChoice): Promise<Engine> {
    const key = `${choice.engine} ${choice.compute}`;
    const opened = this.#engines.get(key) ?? this.#open(choice);
    this.#engines.set(key, opened);
    return opened;
  }
}

/**
 * Chooses the engines for a model by rule (`planModel`); the files' headers are read, nothing else yet.
 * @throws DataError for a broken file, UserError for settings that cannot be or a model larger than the memory
 */
export function openLocalModel(options: OpenLocalModelOptions): OpenModel {
  const { model, settings, home, onProgress, onLog, signal } = options;
  const { choices, description, llamaMismatch, hiddenWindow } = planModel({
    paths: model.paths,
    settings,
    hasAdapters: (model.adapters ?? []).length > 0,
    hasDraft: model.draft !== undefined,
    slidingWindow: model.slidingWindow,
    memoryBytes: options.memoryBytes,
  });
  const { threads } = settings;
  const { quantization } = description;
  const weights = new Map<string, Promise<ModelFiles>>();
  const weightsIn = (compute: EngineChoice['compute']): Promise<ModelFiles> => {
    // A checkpoint is computed from its own files.
    if (llamaMismatch !== undefined) return Promise.resolve(model);
    const files =
      weights.get(compute) ?? weightsInFormat({ model, quantization, compute, home, threads, onProgress, signal });
    weights.set(compute, files);
    return files;
  };
  return new OpenModel(choices, async ({ engine: chosen, compute }) => {
    // The choices are those of the plan above.
    const engine = chosen as LocalEngine;
    if (engine === 'llama' && llamaMismatch !== undefined)
      throw llamaCannotRead(
        llamaMismatch,
        'What is not plainly greedy (a temperature above 0, beams, penalties, a draft model)',
      );
    const contextLength = engine === 'llama' ? least(settings.contextLength, hiddenWindow) : settings.contextLength;
    return EngineProcess.open(
      { entry: WORKERS[engine], name: `${engine} engine`, onLog },
      {
        model: await weightsIn(compute),
        settings: { ...settings, engine, compute, contextLength },
        onProgress,
        signal,
      },
    );
  });
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}

import { areCheckpointFiles, isCheckpoint, readLocalModel } from '@understudy/checkpoint';
import { UserError, type EngineSettings, type ModelFiles } from '@understudy/core';
import { graphFit } from '@understudy/engine-onnx';
import { describeModel, type ModelDescription } from '@understudy/gguf';
import { chooseEngines } from './choose-engines.js';
import type { EngineChoices } from './engine-choice.js';
import { machineMemoryBytes } from './machine-memory.js';
import { llamaCannotRead } from './refuse-model.js';

/**
 * Refuses files that the llama engine cannot read, for work that it alone does.
 * @throws UserError `llama-needs-gguf`
 */
export function requireGguf(paths: ModelFiles['paths'], what: string): void {
  if (areCheckpointFiles(paths)) throw llamaCannotRead(CHECKPOINT, what);
}

/** A model on disk and how it is to be run. */
export interface PlanModelOptions {
  readonly paths: ModelFiles['paths'];
  readonly settings: EngineSettings;
  /** What goes with the model. */
  readonly hasAdapters?: boolean | undefined;
  readonly hasDraft?: boolean | undefined;
  /** Tokens of the model's sliding window, by its card or the user. */
  readonly slidingWindow?: number | undefined;
  /** Memory that may be used, in bytes; the machine's by default. */
  readonly memoryBytes?: number | undefined;
}

/** What a model's headers say of it, and the engines it gets. */
export interface ModelPlan {
  readonly description: ModelDescription;
  readonly choices: EngineChoices;
  /** Why the llama engine cannot read the files. */
  readonly llamaMismatch: string | undefined;
  /** Tokens of a sliding window that the files leave out. */
  readonly hiddenWindow: number | undefined;
}

const CHECKPOINT = 'It is a transformers checkpoint, and llama.cpp reads GGUF files.';

/** The window that is said beside the file; one that contradicts the file's own is refused. */
function hiddenWindowOf(
  { slidingWindow: own }: ModelDescription,
  { paths, slidingWindow: given }: PlanModelOptions,
): number | undefined {
  if (own === undefined || given === undefined || given === own) return own === undefined ? given : undefined;
  throw new UserError({
    code: 'window-in-file',
    message: `--sliding-window ${given} is for files that leave the window out, and ${paths[0]} says ${own}.`,
    hint: 'Leave it out.',
    values: { path: paths[0], own, given },
  });
}

/**
 * Reads the headers of a model and chooses its engines (`chooseEngines`), in a tenth of a second.
 * @throws DataError for a broken file, UserError for settings that cannot be or a model larger than the memory
 */
export function planModel(options: PlanModelOptions): ModelPlan {
  const { paths, settings, hasAdapters, hasDraft, memoryBytes = machineMemoryBytes() } = options;
  const model = readLocalModel(paths);
  const description = describeModel(model);
  const { mismatch, workingBytes } = graphFit(model);
  const hiddenWindow = hiddenWindowOf(description, options);
  const llamaMismatch = isCheckpoint(model) ? CHECKPOINT : undefined;
  const choices = chooseEngines(
    {
      architecture: description.architecture,
      parameters: description.parameters,
      sizeBytes: model.sizeBytes,
      graphMismatch: mismatch,
      llamaMismatch,
      workingBytes,
      memoryBytes,
      hiddenWindow,
    },
    { ...settings, hasAdapters, hasDraft },
  );
  return { description, choices, llamaMismatch, hiddenWindow };
}

import type { EngineSettings, ModelFiles } from '@understudy/core';
import { graphFit } from '@understudy/engine-onnx';
import { describeModel, readModel, type ModelDescription } from '@understudy/gguf';
import { chooseEngines, type EngineChoices } from './choose-engines.js';
import { machineMemoryBytes } from './machine-memory.js';

/** A model on disk and how it is to be run. */
export interface PlanModelOptions {
  readonly paths: ModelFiles['paths'];
  readonly settings: EngineSettings;
  /** Memory that may be used, in bytes; the machine's by default. */
  readonly memoryBytes?: number | undefined;
}

/** What a model's headers say of it, and the engines it gets. */
export interface ModelPlan {
  readonly description: ModelDescription;
  readonly choices: EngineChoices;
}

/**
 * Reads the headers of a model and chooses its engines (`chooseEngines`), in a tenth of a second.
 * @throws DataError for a broken file, UserError for settings that cannot be or a model larger than the memory
 */
export function planModel({ paths, settings, memoryBytes = machineMemoryBytes() }: PlanModelOptions): ModelPlan {
  const gguf = readModel(paths);
  const description = describeModel(gguf);
  const { mismatch, workingBytes } = graphFit(gguf);
  const choices = chooseEngines(
    {
      architecture: description.architecture,
      parameters: description.parameters,
      sizeBytes: gguf.sizeBytes,
      graphMismatch: mismatch,
      workingBytes,
      memoryBytes,
    },
    settings,
  );
  return { description, choices };
}

import { readModel, type GgufModel } from '@understudy/gguf';
import { readCheckpoint } from './read-checkpoint.js';
import { areCheckpointFiles } from './safetensors/find-shards.js';

/** Reads the headers of a model's files, a GGUF's or a checkpoint's. Errors as `readModel` and `readCheckpoint`. */
export function readLocalModel(paths: readonly [string, ...string[]]): GgufModel {
  return areCheckpointFiles(paths) ? readCheckpoint(paths) : readModel(paths);
}

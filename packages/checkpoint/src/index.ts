export { CONVERT_HINT } from './checkpoint-error.js';
export { isCheckpoint, type Checkpoint, type CheckpointTensor, type TensorLayout } from './checkpoint.js';
export { readCheckpoint } from './read-checkpoint.js';
export { readJson } from './read-json.js';
export { readLocalModel } from './read-local-model.js';
export {
  areCheckpointFiles,
  findShards,
  INDEX_FILE,
  isCheckpointFolder,
  shardNames,
  SINGLE_FILE,
} from './safetensors/find-shards.js';
export { readSafetensors, type SafetensorsFile } from './safetensors/read-safetensors.js';
export type { StoredTensor } from './safetensors/stored-tensor.js';
export type { CharacterRules } from './sentencepiece/character-rules.js';
export type { AddedToken } from './sentencepiece/added-token.js';
export {
  readSentencePieceTokenizer,
  sentencePieceFile,
  type SentencePieceTokenizer,
} from './sentencepiece/read-tokenizer.js';
export type { SpacePrefix } from './sentencepiece/space-prefix.js';
export { readChatTemplate, readOptional, TEXT_FILES, textFiles } from './tokenizer-files.js';

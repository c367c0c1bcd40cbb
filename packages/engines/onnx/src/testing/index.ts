export {
  CHECKPOINT_FIXTURES,
  unpackCheckpointFolder,
  useSentencePiece,
  type CheckpointFolder,
} from './checkpoint-fixtures.js';

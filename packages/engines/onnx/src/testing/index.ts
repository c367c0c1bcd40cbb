export { CHECKPOINT_FIXTURES, unpackCheckpointFolder, type CheckpointFolder } from './checkpoint-fixtures.js';

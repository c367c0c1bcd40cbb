export { encodeSafetensors, writeTinyCheckpoint, type WritableWeights } from './write-checkpoint.js';

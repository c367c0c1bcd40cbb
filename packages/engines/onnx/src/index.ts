export { graphMismatch } from './open-text-model.js';
export { workingMemoryBytes } from './working-memory.js';

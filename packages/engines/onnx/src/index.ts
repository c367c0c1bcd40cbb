export { hasGraph } from './architectures/registry.js';
export { graphMismatch } from './open-text-model.js';
export { OnnxEngine, type OnnxEngineOptions } from './onnx-engine.js';
export { workingMemoryBytes } from './working-memory.js';

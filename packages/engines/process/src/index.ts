export { AsyncQueue } from './async-queue.js';
export { Counters } from './counters.js';
export { EngineProcess } from './engine-process.js';
export { serve, type CallContext, type WorkerMethods } from './serve.js';
export { serveEngine, type OpenEngine, type OpenEngineOptions } from './serve-engine.js';
export { WorkerProcess, type WorkerCallOptions, type WorkerOptions } from './worker-process.js';

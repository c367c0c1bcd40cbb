import type { EngineSettings, ModelFiles } from '@understudy/core';

/** Settings for tests: one thread, so that they do not wait for each other. */
export function testSettings(changes: Partial<EngineSettings> = {}): EngineSettings {
  return {
    engine: 'llama',
    compute: 'f32',
    kvType: undefined,
    threads: 1,
    gpuLayers: 0,
    contextLength: undefined,
    deterministic: false,
    ...changes,
  };
}

/** A model of one file, for tests. */
export function testFiles(file: string): ModelFiles {
  return { name: 'test', paths: [file], identity: '0'.repeat(64) };
}

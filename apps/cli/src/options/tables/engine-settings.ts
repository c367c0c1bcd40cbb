import type { EngineSettings } from '@understudy/core';
import type { engineOptions } from './engine-options.js';
import { ropeSettings } from './model-options.js';
import type { OptionValues } from '../option.js';

/** The engine's settings as the options say. */
export function engineSettings(values: OptionValues<typeof engineOptions>): EngineSettings {
  return {
    engine: values.engine,
    compute: values.compute,
    kvType: values.kvType,
    threads: values.threads,
    gpuLayers: values.gpuLayers,
    contextLength: values.context,
    rope: ropeSettings(values),
    deterministic: values.deterministic,
  };
}

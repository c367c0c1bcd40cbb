import { areCheckpointFiles } from '@understudy/checkpoint';
import type { EngineSettings, ModelFiles } from '@understudy/core';
import type { OptionValues } from '../../options/option.js';
import { engineSettings } from '../../options/tables/engine-settings.js';
import type { modelOptions } from '../../options/tables/model-options.js';
import type { chatOptions } from './chat-options.js';

/** The options that say how a model which answers is run. */
export type ChatEngineValues = Pick<
  OptionValues<typeof chatOptions>,
  'compute' | 'kvType' | 'threads' | 'gpuLayers' | 'context' | keyof typeof modelOptions
>;

/**
 * A checkpoint is read by one engine, in one format, which takes the most probable token each time; a GGUF is for llama. A model that is
 * no files has none of both.
 */
export function chatEngineSettings(paths: ModelFiles['paths'] | undefined, values: ChatEngineValues): EngineSettings {
  const isGguf = paths !== undefined && !areCheckpointFiles(paths);
  const compute = values.compute === 'native' ? 'auto' : values.compute;
  const how = isGguf ? ({ engine: 'llama' } as const) : ({ engine: 'auto', compute } as const);
  return engineSettings({ ...values, ...how, deterministic: false });
}

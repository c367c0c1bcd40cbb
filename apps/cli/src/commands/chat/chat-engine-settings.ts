import { areCheckpointFiles } from '@understudy/checkpoint';
import type { EngineSettings, ModelFiles } from '@understudy/core';
import type { OptionValues } from '../../options/option.js';
import { engineSettings } from '../../options/tables/engine-settings.js';
import type { chatModelOptions } from './chat-options.js';

/**
 * A checkpoint is read by one engine, in one format, which takes the most probable token each time; a GGUF is for llama. A model that is
 * no files has none of both.
 */
export function chatEngineSettings(
  paths: ModelFiles['paths'] | undefined,
  values: OptionValues<typeof chatModelOptions>,
): EngineSettings {
  const isGguf = paths !== undefined && !areCheckpointFiles(paths);
  const compute = values.compute === 'native' ? 'auto' : values.compute;
  const how = isGguf ? ({ engine: 'llama' } as const) : ({ engine: 'auto', compute } as const);
  return engineSettings({ ...values, ...how, deterministic: false });
}

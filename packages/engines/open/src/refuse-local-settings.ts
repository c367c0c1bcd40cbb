import { UserError, type EngineSettings } from '@understudy/core';
import { changesModel } from './only-in-llama.js';

/**
 * Refuses what changes the answers of a model that runs here, for one that does not: it would be ignored. Threads and layers on a GPU
 * change the speed alone.
 * @throws UserError `settings-not-local`
 */
export function refuseLocalSettings(name: string, settings: EngineSettings): void {
  const option = localOption(settings);
  if (option === undefined) return;
  throw new UserError({
    code: 'settings-not-local',
    message: `${option} goes with a model that runs here, and ${name} does not.`,
    hint: 'Leave it out; what a server computes with is set where it is started.',
    values: { name, option },
  });
}

function localOption(settings: EngineSettings): string | undefined {
  const { engine, compute, kvType, contextLength, deterministic } = settings;
  if (engine !== 'auto') return `--engine ${engine}`;
  if (compute !== 'auto') return `--compute ${compute}`;
  if (kvType !== undefined) return `--kv-type ${kvType}`;
  if (contextLength !== undefined) return `--context ${contextLength}`;
  if (deterministic) return '--deterministic';
  return changesModel(settings);
}

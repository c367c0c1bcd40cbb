import { EngineError } from '../errors/engine-error.js';
import type { CallOptions, EngineInfo } from './engine.js';

/**
 * For engines that know nothing of adapters: a call that asks for them must not be answered without them.
 * @throws EngineError `capability`
 */
export function refuseAdapters({ engine }: EngineInfo, { adapters = [] }: CallOptions = {}): void {
  if (adapters.length === 0) return;
  throw new EngineError({
    code: 'capability',
    message: `The ${engine} engine cannot lay adapters over a model.`,
    hint: 'Use --engine llama.',
    values: { engine },
  });
}

import type { ModelVersion } from '@understudy/store';
import type { LiveModel } from './live-model.js';

/** What the arena keeps of a model that answers live. */
export function modelVersion({ resolved, spec }: LiveModel, system: string | undefined): ModelVersion {
  return {
    id: resolved.name,
    name: resolved.name,
    organisation: null,
    licence: null,
    openWeights: 'paths' in resolved ? true : null,
    spec,
    identity: 'identity' in resolved ? resolved.identity : null,
    quantisation: null,
    system: system ?? null,
    decoding: null,
    priceIn: null,
    priceOut: null,
    retiredAt: null,
  };
}

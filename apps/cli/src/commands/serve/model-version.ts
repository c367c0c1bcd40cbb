import { importedVersion } from '@understudy/arena';
import type { ModelVersion } from '@understudy/store';
import type { LiveModel } from './live-model.js';

/** What the arena keeps of a model that answers live. */
export function modelVersion({ resolved, spec }: LiveModel, system: string | undefined): ModelVersion {
  return {
    ...importedVersion(resolved.name),
    openWeights: 'paths' in resolved ? true : null,
    spec,
    identity: 'identity' in resolved ? resolved.identity : null,
    system: system ?? null,
  };
}

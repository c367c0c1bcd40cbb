import { importedVersion } from '@understudy/arena';
import type { ResolvedModel } from '@understudy/core';
import type { ModelVersion } from '@understudy/store';
import type { LiveModel } from './live-model.js';

/** What the arena keeps of a model that answers live. */
export function modelVersion(
  { resolved, spec }: Pick<LiveModel, 'resolved' | 'spec'>,
  system: string | undefined,
): ModelVersion {
  return {
    ...importedVersion(resolved.name),
    openWeights: 'paths' in resolved ? true : null,
    spec,
    identity: identityOf(resolved),
    system: system ?? null,
    decoding: adaptersOf(resolved),
  };
}

/** Of a model behind an API its address and name, which is how its engine's identity begins: it is not asked before the first question. */
function identityOf(resolved: ResolvedModel): string | null {
  if ('identity' in resolved) return resolved.identity;
  return 'baseUrl' in resolved ? `${resolved.baseUrl}#${resolved.model ?? ''}` : null;
}

/** Adapters make it another model; null without. */
function adaptersOf(resolved: ResolvedModel): string | null {
  const adapters = 'paths' in resolved ? (resolved.adapters ?? []) : [];
  if (adapters.length === 0) return null;
  return JSON.stringify({ adapters: adapters.map(({ identity, scale }) => ({ identity, scale })) });
}

import type { JsonObject, Run } from '@understudy/store';
import { harnessNames } from './harness-names.js';
import { isMainRevision } from './main-revision.js';
import type { ModelNames } from './model-names.js';
import { isOfProvider } from './provider-address.js';

const HUB = /^hf:(?<repository>[\w.-]+\/[\w.-]+)(?:\/(?<file>[^@]+\.gguf))?(?:@(?<revision>[^@]+))?$/u;
const PROVIDER = /^(?<api>openai|anthropic):/u;

/** Reads the names of a run of ours, or of an imported one of the reference harness, whose model name is that of the weights. */
export function runNames(run: Run): ModelNames {
  return run.source === 'lm-eval' ? harnessNames(run) : ownNames(run);
}

function ownNames({ model, identity, settings }: Run): ModelNames {
  return { ...specNames(model, identity), adapters: adaptersOf(settings) };
}

/** Takes apart a model spec of ours and the content identity of what it led to. */
export function specNames(spec: string, identity: string): ModelNames {
  const { repository, file, revision } = HUB.exec(spec)?.groups ?? {};
  const api = PROVIDER.exec(spec)?.groups?.['api'];
  return {
    identity,
    adapters: '',
    loadedAs: '',
    name: spec,
    spec,
    repository: isMainRevision(revision) ? repository : undefined,
    file,
    remote: api !== undefined && isOfProvider(api, identity) ? spec : undefined,
  };
}

/** Content identity with that of adapters laid over it and the format it was put into: what tells measured models apart. */
export function identityOf(names: Pick<ModelNames, 'identity' | 'adapters' | 'loadedAs'>): string {
  return [names.identity, names.adapters, names.loadedAs].filter((part) => part !== '').join(' + ');
}

/** Identities and scales of the adapters that settings of engines name; empty without. */
export function adaptersOf({ scoring, generation }: JsonObject): string {
  const adapters = [scoring, generation].flatMap((engine) =>
    typeof engine === 'object' && engine !== null && 'adapters' in engine && Array.isArray(engine.adapters)
      ? engine.adapters.map((adapter) => JSON.stringify(adapter))
      : [],
  );
  return [...new Set(adapters)].join(' + ');
}

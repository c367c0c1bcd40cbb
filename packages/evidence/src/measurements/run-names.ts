import type { JsonObject, Run } from '@understudy/store';
import { harnessNames } from './harness-names.js';
import { isMainRevision } from './main-revision.js';
import { isOfProvider } from './provider-address.js';

/** What a run says of the model that it measured, taken apart; the kinds of names are those of a model spec. */
export interface RunNames {
  /** SHA-256 of the weights, or whatever else the engine calls its model. */
  readonly identity: string;
  /** Identities and scales of LoRA adapters laid over the weights; empty without. */
  readonly adapters: string;
  /** The format that the weights were put into while they were loaded, e.g. `load_in_4bit`; empty: they were taken as they lie. */
  readonly loadedAs: string;
  /** The name as it stands: a card's id, or a spec. */
  readonly name: string;
  /** What names the model on our command line; of an imported run as near as its name comes. */
  readonly spec: string;
  /** Repository on the hub, `owner/name`, where its main weights were taken; undefined for another branch or tag. */
  readonly repository: string | undefined;
  /** File in it. */
  readonly file: string | undefined;
  /** `openai:NAME` or `anthropic:NAME`, where the provider itself was asked. */
  readonly remote: string | undefined;
}

const HUB = /^hf:(?<repository>[\w.-]+\/[\w.-]+)(?:\/(?<file>[^@]+\.gguf))?(?:@(?<revision>[^@]+))?$/u;
const PROVIDER = /^(?<api>openai|anthropic):/u;

/** Reads the names of a run of ours, or of an imported one of the reference harness, whose model name is that of the weights. */
export function runNames(run: Run): RunNames {
  return run.source === 'lm-eval' ? harnessNames(run) : ownNames(run);
}

function ownNames({ model, identity, settings }: Run): RunNames {
  return { ...specNames(model, identity), adapters: adaptersOf(settings) };
}

/** Takes apart a model spec of ours and the content identity of what it led to. */
export function specNames(spec: string, identity: string): RunNames {
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
export function identityOf(names: Pick<RunNames, 'identity' | 'adapters' | 'loadedAs'>): string {
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

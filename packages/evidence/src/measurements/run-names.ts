import type { JsonObject, Run } from '@understudy/store';

/** What a run says of the model that it measured, taken apart; the kinds of names are those of a model spec. */
export interface RunNames {
  /** SHA-256 of the weights, or whatever else the engine calls its model. */
  readonly identity: string;
  /** Identities and scales of LoRA adapters laid over the weights; empty without. */
  readonly adapters: string;
  /** The name as it stands: a card's id, or a spec. */
  readonly name: string;
  /** What names the model on our command line; of an imported run as near as its name comes. */
  readonly spec: string;
  /** Repository on the hub, `owner/name`. */
  readonly repository: string | undefined;
  /** File in it. */
  readonly file: string | undefined;
  /** `openai:NAME` or `anthropic:NAME`, where the provider itself was asked. */
  readonly remote: string | undefined;
}

const HUB = /^hf:(?<repository>[\w.-]+\/[\w.-]+)(?:\/(?<file>[^@]+\.gguf))?(?:@[^@]+)?$/u;
const REPOSITORY = /^[\w-][\w.-]*\/[\w.-]+$/u;
const PRETRAINED = /(?:^|,)pretrained=(?<name>[^,]+)/u;
const PROVIDER = /^(?<api>openai|anthropic):/u;

/** Where a provider is found: the same name elsewhere is somebody else's server. */
const PROVIDER_ADDRESSES: Readonly<Record<string, string>> = {
  openai: 'https://api.openai.com/',
  anthropic: 'https://api.anthropic.com/',
};

/** Model types of the reference harness that ask a provider. */
const HARNESS_PROVIDERS: Readonly<Record<string, string>> = {
  'openai-completions': 'openai',
  'openai-chat-completions': 'openai',
  'anthropic-completions': 'anthropic',
  'anthropic-chat': 'anthropic',
  'anthropic-chat-completions': 'anthropic',
};

/** Reads the names of a run of ours, or of an imported one of the reference harness, whose model name is that of the weights. */
export function runNames(run: Run): RunNames {
  return run.source === 'lm-eval' ? harnessNames(run) : ownNames(run);
}

function ownNames({ model, identity, settings }: Run): RunNames {
  return { ...specNames(model, identity), adapters: adaptersOf(settings) };
}

/** Takes apart a model spec of ours and the content identity of what it led to. */
export function specNames(spec: string, identity: string): RunNames {
  const { repository, file } = HUB.exec(spec)?.groups ?? {};
  const address = PROVIDER_ADDRESSES[PROVIDER.exec(spec)?.groups?.['api'] ?? ''];
  const isProviders = address !== undefined && identity.startsWith(address);
  return { identity, adapters: '', name: spec, spec, repository, file, remote: isProviders ? spec : undefined };
}

function harnessNames(run: Run): RunNames {
  const name = PRETRAINED.exec(run.model)?.groups?.['name'] ?? run.model;
  const provider = HARNESS_PROVIDERS[String(run.engine['engine'])];
  const repository = provider === undefined && REPOSITORY.test(name) ? name : undefined;
  const remote = provider === undefined ? undefined : `${provider}:${name}`;
  return {
    identity: run.identity,
    adapters: '',
    name,
    spec: remote ?? (repository === undefined ? name : `hf:${repository}`),
    repository,
    file: undefined,
    remote,
  };
}

/** Content identity with that of adapters laid over it: what tells measured models apart. */
export function identityOf({ identity, adapters }: Pick<RunNames, 'identity' | 'adapters'>): string {
  return adapters === '' ? identity : `${identity} + ${adapters}`;
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

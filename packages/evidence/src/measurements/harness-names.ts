import type { Run } from '@understudy/store';
import { digest } from './digest.js';
import { isMainRevision } from './main-revision.js';
import { isOfProvider } from './provider-address.js';
import type { ModelNames } from './model-names.js';

const REPOSITORY = /^[\w-][\w.-]*\/[\w.-]+$/u;

/** Model types of the reference harness that ask a provider. */
const PROVIDERS: Readonly<Record<string, string>> = {
  'openai-completions': 'openai',
  'openai-chat-completions': 'openai',
  'anthropic-completions': 'anthropic',
  'anthropic-chat': 'anthropic',
  'anthropic-chat-completions': 'anthropic',
};

/** Arguments of its models that lay other weights over those that the model's name and commit are of. */
const WEIGHTS_LAID_OVER = ['peft', 'delta'];
/** Arguments that put the weights into another format while they are loaded. */
const LOADED_AS = ['load_in_4bit', 'load_in_8bit', 'quantization', 'gguf_file'];
const OFF: ReadonlySet<string> = new Set(['', 'false', 'none', 'null']);

/**
 * Reads the names of an imported run of the reference harness. Its commit is that of the weights named first, and its model name that of an
 * adapter where there is one (`GeneralConfigTracker` of 0.4.12): only the model's arguments tell what was laid over and how it was loaded.
 */
export function harnessNames(run: Run): ModelNames {
  const given = modelArguments(run);
  const name = given.get('pretrained') ?? run.model;
  const provider = providerOf(run, given);
  const repository = provider === undefined && REPOSITORY.test(name) ? name : undefined;
  const remote = provider === undefined ? undefined : `${provider}:${name}`;
  const revision = given.get('revision');
  const laidOver = told(WEIGHTS_LAID_OVER, given);
  const at = isMainRevision(revision) ? '' : `@${revision}`;
  return {
    identity: run.identity,
    // They may be folders of whoever ran it, which are nobody's business.
    adapters: laidOver === '' ? '' : digest(laidOver),
    loadedAs: told(LOADED_AS, given),
    name: `${name}${at}`,
    spec: remote ?? (repository === undefined ? name : `hf:${repository}${at}`),
    repository: at === '' ? repository : undefined,
    file: given.get('gguf_file'),
    remote,
  };
}

/** The arguments as an object, or as `pretrained=a,dtype=b`, which older files have for the model's name. */
function modelArguments({ command: { model_args: written }, model }: Run): ReadonlyMap<string, string> {
  const pairs: readonly (readonly [string, unknown])[] =
    typeof written === 'object' && written !== null
      ? Object.entries(written)
      : (typeof written === 'string' && written !== '' ? written : model)
          .split(',')
          .map((part) => [part.split('=', 1)[0]?.trim() ?? '', part.slice(part.indexOf('=') + 1).trim()]);
  return new Map(pairs.flatMap(([key, value]) => (OFF.has(String(value).toLowerCase()) ? [] : [[key, String(value)]])));
}

function told(names: readonly string[], given: ReadonlyMap<string, string>): string {
  return names
    .flatMap((name) => {
      const value = given.get(name);
      return value === undefined ? [] : [value.toLowerCase() === 'true' ? name : `${name}=${value}`];
    })
    .join(',');
}

function providerOf({ engine }: Run, given: ReadonlyMap<string, string>): string | undefined {
  const provider = PROVIDERS[String(engine['engine'])];
  const address = given.get('base_url');
  return provider === undefined || address === undefined || isOfProvider(provider, address) ? provider : undefined;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../../errors/usage-error.js';
import type { Messages } from '../../messages/messages.js';
import type { GivenValue, GivenValues } from '../given-values.js';
import type { Translation } from './harness-option.js';
import { keyValues } from '../values/key-values.js';

/** torch's names of number formats, as `dtype=` takes them, by ours. */
const DTYPES: Readonly<Record<string, string>> = {
  auto: 'native',
  float32: 'f32',
  float: 'f32',
  float16: 'f16',
  half: 'f16',
  bfloat16: 'bf16',
};

/** Shown instead of a key. */
const SECRET = '…';

/** A repository of checkpoints: `owner/name` with nothing behind it. */
const REPOSITORY = /^[^./~\s][^/\s]*\/[^/\s]+$/;

interface Arguments {
  readonly values: Readonly<Record<string, unknown>>;
  readonly origin: string;
  readonly messages: Messages;
  readonly backend: string | undefined;
}

function refuse({ origin, messages }: Arguments, key: string, value: unknown): never {
  throw new UsageError({
    code: 'option-refused',
    message: messages.errors.modelArgument(origin, key, String(value)),
    hint: messages.harnessNotes.modelArgs,
    values: { option: 'model_args', key, value },
  });
}

/** What names the model; numbers and the like are taken as text. */
const modelName = z.object({
  base_url: z.coerce.string().optional(),
  model: z.coerce.string().optional(),
  pretrained: z.coerce.string().optional(),
  gguf_file: z.coerce.string().optional(),
  revision: z.coerce.string().optional(),
});

/** True where `pretrained` is the name of a repository on the hub, and no path. */
function isRepository(source: string): boolean {
  return REPOSITORY.test(source) && !source.endsWith('.gguf') && !existsSync(source);
}

/** `pretrained`, `gguf_file` and `revision` together name a file or a checkpoint, as transformers reads them. */
function modelSpec(all: Arguments): string | undefined {
  const { pretrained: source, gguf_file: file, revision } = modelName.parse(all.values);
  if (source === undefined) return undefined;
  const at = revision === undefined ? '' : `@${revision}`;
  if (file === undefined) {
    if (isRepository(source)) return `hf:${source}${at}`;
    return revision === undefined ? source : refuse(all, 'revision', revision);
  }
  return existsSync(source) ? join(source, file) : `hf:${source}/${file}${at}`;
}

/** `base_url` and `model` name a model of a server; without an address it is OpenAI's or Anthropic's, as the backend says. */
function remoteSpec(all: Arguments): string {
  const { base_url: address, model, pretrained } = modelName.parse(all.values);
  const name = model ?? pretrained;
  if (address !== undefined) return `${address}${name === undefined ? '' : `#${name}`}`;
  if (all.backend?.startsWith('local') ?? false) return refuse(all, 'base_url', '');
  const provider = all.backend?.startsWith('anthropic') ? 'anthropic' : 'openai';
  return `${provider}:${name ?? refuse(all, 'model', '')}`;
}

/** The arguments that change something here; each gives the option it stands for. */
const TRANSLATIONS: Readonly<Record<string, (value: unknown, all: Arguments) => Readonly<Record<string, unknown>>>> = {
  pretrained: (_value, all) => ({ model: [isRemote(all) ? remoteSpec(all) : modelSpec(all)] }),
  model: (value, all) => (isRemote(all) ? { model: [remoteSpec(all)] } : refuse(all, 'model', value)),
  base_url: (_value, all) => ({ model: [remoteSpec(all)] }),
  num_concurrent: (value) => ({ concurrency: value }),
  max_retries: (value) => ({ maxRetries: value }),
  timeout: (value) => ({ requestTimeout: value }),
  // Texts are sent, and the server's own tokenizer counts.
  tokenized_requests: (value, all) => (value === false ? {} : refuse(all, 'tokenized_requests', value)),
  tokenizer: (value, all) => (isRemote(all) ? {} : refuse(all, 'tokenizer', value)),
  tokenizer_backend: (value, all) => (isRemote(all) ? {} : refuse(all, 'tokenizer_backend', value)),
  auth_token: (_value, all) => refuse(all, 'auth_token', SECRET),
  header: (_value, all) => refuse(all, 'header', SECRET),
  gguf_file: () => ({}),
  revision: (value, all) => (all.values['pretrained'] === undefined ? refuse(all, 'revision', value) : {}),
  dtype: (value, all) => ({ compute: DTYPES[String(value)] ?? refuse(all, 'dtype', value) }),
  max_length: (value) => ({ context: value }),
  device: (value, all) => (value === 'cpu' ? { gpuLayers: 0 } : refuse(all, 'device', value)),
};

/** A model that a server has: said by the backend, or by an address. */
function isRemote({ values, backend }: Arguments): boolean {
  return values['base_url'] !== undefined || (backend !== undefined && backend !== 'hf');
}

/**
 * `--model_args` of the reference harness: of its `hf` backend as far as it means something here, and of those for servers.
 * `backend` is the one that `--model` names, `hf` for all that run a model themselves. Raises `UsageError` for arguments without an
 * equivalent, naming the one at fault.
 */
export function translateModelArguments(given: GivenValue, messages: Messages, backend?: string): Translation {
  const parsed = keyValues.safeParse(given.value);
  const all: Arguments = { values: parsed.data ?? {}, origin: given.origin, messages, backend };
  if (!parsed.success) refuse(all, '', given.value);
  const translated = Object.entries(all.values).map(
    ([key, value]) => TRANSLATIONS[key]?.(value, all) ?? refuse(all, key, value),
  );
  const options = Object.assign({}, ...translated) as Readonly<Record<string, unknown>>;
  const values: GivenValues = Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, { value, origin: given.origin }]),
  );
  return { given: values };
}

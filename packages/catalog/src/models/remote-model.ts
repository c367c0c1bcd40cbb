import type { RemoteApi, RemoteModel } from '@understudy/core';
import type { ModelSpec } from '../spec/model-spec.js';
import { parseServerAddress } from '../spec/parse-server-address.js';

interface Provider {
  readonly baseUrl: string;
  /** Environment variable that may name another address. */
  readonly addressVariable: string;
  readonly keyVariable: string;
}

const PROVIDERS: Readonly<Record<RemoteApi, Provider>> = {
  openai: {
    baseUrl: 'https://api.openai.com/v1',
    addressVariable: 'OPENAI_BASE_URL',
    keyVariable: 'OPENAI_API_KEY',
  },
  anthropic: {
    baseUrl: 'https://api.anthropic.com/v1',
    addressVariable: 'ANTHROPIC_BASE_URL',
    keyVariable: 'ANTHROPIC_API_KEY',
  },
};

/** The key for servers that are named by their address. */
const ADDRESS_KEY_VARIABLE = 'UNDERSTUDY_API_KEY';

/**
 * A remote model as its spec and the environment say. A provider's key goes to the provider, or to the address that its own variable
 * names; a server named by its address gets `UNDERSTUDY_API_KEY`, and OpenAI's key only when it is OpenAI's.
 */
export function remoteModel(
  name: string,
  spec: Extract<ModelSpec, { kind: 'remote' }>,
  environment: NodeJS.ProcessEnv,
): RemoteModel {
  const { api, model } = spec;
  const provider = PROVIDERS[api];
  const named = environment[provider.addressVariable]?.trim();
  const baseUrl = spec.baseUrl ?? addressOf(named) ?? provider.baseUrl;
  // The scheme, too: a key does not go over the wire in clear text by a slip of the pen.
  const isProviders = new URL(baseUrl).origin === new URL(provider.baseUrl).origin;
  const hasOwnKey = spec.baseUrl === undefined || isProviders;
  const keyVariables = [
    ...(hasOwnKey ? [provider.keyVariable] : []),
    ...(spec.baseUrl === undefined ? [] : [ADDRESS_KEY_VARIABLE]),
  ];
  return { name, api, baseUrl, model, keyVariables, isKeyRequired: isProviders, price: null };
}

function addressOf(named: string | undefined): string | undefined {
  return named === undefined || named === '' ? undefined : parseServerAddress(named).baseUrl;
}

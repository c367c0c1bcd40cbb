import { UserError } from '@understudy/core';
import type { ModelSpec } from './model-spec.js';

/** What people copy out of the settings of other tools, which want the whole path. */
const ENDPOINT = /\/(chat\/)?completions$/u;
const DEFAULT_PATH = '/v1';

/**
 * Takes `http(s)://host:port/v1#NAME` apart. Throws `UserError` `model-spec`, or `model-spec-secret` for an address that has a user name,
 * a password or a query: a spec is shown, stored and exported.
 */
export function parseServerAddress(text: string): Extract<ModelSpec, { kind: 'remote' }> {
  if (!URL.canParse(text)) {
    throw new UserError({
      code: 'model-spec',
      message: `${JSON.stringify(text)} is not an address.`,
      hint: 'Write it as http://host:port/v1#NAME.',
      values: { spec: text },
    });
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '') {
    throw new UserError({
      code: 'model-spec-secret',
      message: `The address of the server ${url.host} has a user name, a password or a query in it, which would be stored with every score.`,
      hint: 'Write it as http://host:port/v1#NAME, and put the key into UNDERSTUDY_API_KEY, in the environment or in a .env file.',
    });
  }
  const path = url.pathname.replace(/\/+$/u, '').replace(ENDPOINT, '');
  const model = decodeURIComponent(url.hash.slice(1));
  return {
    kind: 'remote',
    api: 'openai',
    baseUrl: `${url.origin}${path === '' ? DEFAULT_PATH : path}`,
    model: model === '' ? undefined : model,
  };
}

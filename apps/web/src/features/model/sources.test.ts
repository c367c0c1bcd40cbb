import { expect, test } from 'vitest';
import { numberSources, sourceAddress } from './sources.js';

test('sources are numbered once, in the order in which they come; what is unverified has no number', () => {
  const numbers = numberSources([
    ['a', 'unverified'],
    ['b', 'a'],
    ['unverified (the repository)', 'c'],
  ]);
  expect([...numbers]).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
});

test.each([
  ['arxiv:2307.09288 (public notes)', 'https://arxiv.org/abs/2307.09288'],
  ['gh:lm-sys/FastChat docs/vicuna_weights_version.md', 'https://github.com/lm-sys/FastChat'],
  ['hf-card:HuggingFaceTB/SmolLM2-135M-Instruct', 'https://huggingface.co/HuggingFaceTB/SmolLM2-135M-Instruct'],
  ['https://example.org/licence', 'https://example.org/licence'],
  ['seed:000_f4546cbadcd96baf.txt', undefined],
  ['javascript:alert(1)', undefined],
  ['a base model', undefined],
])('%s is at %s', (source, address) => {
  expect(sourceAddress(source)).toBe(address);
});

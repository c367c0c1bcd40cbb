import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readGguf } from './read-gguf.js';
import { writeGguf } from './testing/index.js';
import { writeVocabulary } from './write-vocabulary.js';

const folder = mkdtempSync(join(tmpdir(), 'gguf-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('keeps a vocabulary and nothing else, under another architecture', () => {
  const [source, target] = [join(folder, 'source.gguf'), join(folder, 'target.gguf')];
  const tokens = ['a', 'é', '<s>', '\n'.repeat(300)];
  writeGguf(source, {
    metadata: {
      'general.architecture': { type: 'string', value: 'opt' },
      'opt.block_count': { type: 'uint32', value: 2 },
      'tokenizer.ggml.tokens': { type: 'array', elementType: 'string', value: tokens },
      'general.name': { type: 'string', value: 'a name' },
      'tokenizer.ggml.eos_token_id': { type: 'uint32', value: 2 },
    },
    tensors: [{ name: 'token_embd.weight', shape: [8, 4], values: new Float32Array(32) }],
  });
  writeVocabulary({ source, target, architecture: 'llama' });
  const { metadata, tensors } = readGguf(target);
  expect(tensors).toEqual([]);
  expect([...metadata.keys()]).toEqual([
    'general.architecture',
    'tokenizer.ggml.tokens',
    'tokenizer.ggml.eos_token_id',
  ]);
  expect(metadata.get('general.architecture')).toBe('llama');
  expect(metadata.get('tokenizer.ggml.eos_token_id')).toBe(2);
  const kept = metadata.get('tokenizer.ggml.tokens');
  expect(typeof kept === 'object' && kept.values()).toEqual(tokens);
});

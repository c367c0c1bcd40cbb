import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeGguf } from '@understudy/gguf/testing';
import { temporaryFolder } from '@understudy/hub/testing';
import { stringify } from 'yaml';
import type { ModelCard } from '../card/card.js';

/** A whole GGUF file of a few hundred bytes: one layer, two key-value heads of four numbers. */
export const TINY_GGUF = encodeGguf({
  metadata: {
    'general.architecture': { type: 'string', value: 'llama' },
    'general.name': { type: 'string', value: 'Tiny' },
    'general.license': { type: 'string', value: 'mit' },
    'llama.block_count': { type: 'uint32', value: 1 },
    'llama.context_length': { type: 'uint32', value: 128 },
    'llama.embedding_length': { type: 'uint32', value: 16 },
    'llama.attention.head_count': { type: 'uint32', value: 4 },
    'llama.attention.head_count_kv': { type: 'uint32', value: 2 },
    'tokenizer.ggml.tokens': { type: 'array', elementType: 'string', value: ['a', 'b', 'c'] },
  },
  tensors: [{ name: 'token_embd.weight', shape: [16, 3], values: new Float32Array(48) }],
});

export const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A card for tests; facts are made up. */
export function testCard(changes: Partial<ModelCard> = {}): ModelCard {
  return {
    version: 2,
    id: 'tiny',
    name: 'Tiny',
    family: 'tiny',
    kind: 'base',
    developer: { value: 'Nobody', sources: ['unverified'] },
    released: null,
    licence: {
      id: 'MIT',
      name: 'MIT',
      url: 'https://example.org',
      commercialUse: 'yes',
      condition: null,
      sources: ['unverified'],
    },
    languages: { value: ['en'], sources: ['unverified'] },
    parameters: null,
    baseModel: null,
    weights: testWeights(['hf:owner/name/tiny.gguf']),
    architecture: null,
    pretraining: null,
    finetuning: null,
    training: null,
    llamaCpp: null,
    slidingWindow: null,
    template: null,
    remote: null,
    price: null,
    notes: [],
    ...changes,
  };
}

/** Weights whose file is `TINY_GGUF`, with sources in order; its bytes can be said to be others. */
export function testWeights(sources: readonly string[], identity = sha256(TINY_GGUF)): ModelCard['weights'] {
  return {
    status: 'open',
    repositories: ['owner/name'],
    sources: ['made up'],
    file: {
      name: 'tiny.gguf',
      sha256: identity,
      sizeBytes: TINY_GGUF.byteLength,
      quantization: 'F32',
      sources: sources.map((spec) => ({ spec, evidence: 'made up' })),
    },
  };
}

/** Weights without a file here. */
export function testStatus(changes: Partial<ModelCard['weights']>): ModelCard['weights'] {
  return { ...testWeights([]), file: null, ...changes };
}

/** A folder of cards and an empty home, gone with the scope that holds them. */
export function testCatalog(cards: readonly ModelCard[]) {
  const folder = temporaryFolder();
  const cardsFolder = join(folder.path, 'cards');
  mkdirSync(cardsFolder);
  for (const card of cards) {
    mkdirSync(join(cardsFolder, card.family), { recursive: true });
    writeFileSync(join(cardsFolder, card.family, `${card.id}.yaml`), stringify(card));
  }
  const notices: string[] = [];
  return {
    ...folder,
    cardsFolder,
    home: join(folder.path, 'home'),
    notices,
    onNotice: (line: string) => void notices.push(line),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

import { readCatalog } from '@understudy/catalog';
import type { ResolvedModel } from '@understudy/core';
import { versionIdentity, VersionOwners } from '@understudy/evidence';
import { expect, it } from 'vitest';
import { modelVersion } from './model-version.js';

const owners = new VersionOwners(await readCatalog());

function remote(baseUrl: string): ResolvedModel {
  const asked = { name: 'openai:gpt-3.5-turbo', api: 'openai', baseUrl, model: 'gpt-3.5-turbo' } as const;
  return { ...asked, keyVariables: [], isKeyRequired: true, price: null };
}

it.each([
  ['https://api.openai.com/v1', 'gpt-3.5-turbo'],
  ['https://proxy.example/v1', undefined],
])('a model that answers live from %s is of the catalog: %s', (baseUrl, owner) => {
  const version = modelVersion({ resolved: remote(baseUrl), spec: 'openai:gpt-3.5-turbo' }, undefined);
  expect(owners.ownerOf(version)).toBe(owner);
});

it('a file with adapters over it is another model', () => {
  const file = { name: 'vicuna-13b-v1.5', identity: 'a', format: 'gguf', paths: ['v.gguf'] } as const;
  const adapters = [{ path: 'l.gguf', identity: 'b', scale: 0.5 }];
  const bare = modelVersion({ resolved: file, spec: 'vicuna-13b-v1.5' }, undefined);
  const adapted = modelVersion({ resolved: { ...file, adapters }, spec: 'vicuna-13b-v1.5' }, undefined);
  expect([owners.ownerOf(bare), versionIdentity(bare)]).toEqual(['vicuna-13b-v1.5', 'a']);
  expect([owners.ownerOf(adapted), versionIdentity(adapted)]).toEqual([undefined, 'a + {"identity":"b","scale":0.5}']);
});

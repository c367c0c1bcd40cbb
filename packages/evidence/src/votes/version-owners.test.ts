import { readCatalog } from '@understudy/catalog';
import { expect, it } from 'vitest';
import { versionIdentity, VersionOwners, type NamedVersion } from './version-owners.js';

const catalog = await readCatalog();
const owners = new VersionOwners(catalog);
const named = (name: string): NamedVersion => ({ id: name, name, spec: null, identity: null, decoding: null });
const run = (spec: string, identity: string, settings = {}): NamedVersion => {
  return { id: 'any', name: 'gpt-4', spec, identity, decoding: JSON.stringify(settings) };
};

it.each([
  ['vicuna-13b-v1.5', 'vicuna-13b-v1.5'],
  ['lmsys/vicuna-13b-v1.5', 'vicuna-13b-v1.5'],
  ['Mistral-7B-Instruct-v0.1', 'mistral-7b-instruct-v0.1'],
  ['Llama-2-13b-chat-hf', 'llama-2-13b-chat'],
  ['Llama 2-Chat 13B', 'llama-2-13b-chat'],
  ['gpt-3.5-turbo', 'gpt-3.5-turbo'],
  ['openai:gpt-3.5-turbo', 'gpt-3.5-turbo'],
  ['gpt-3.5-turbo-0301', 'gpt-3.5-turbo-0301'],
  ['claude-v1', 'claude-v1'],
  ['vicuna-13b-v1.2', undefined],
  ['gpt-3.5-turbo-9999', undefined],
  ['chatgpt', undefined],
])('%s of a file of votes is %s', (name, owner) => {
  expect(owners.ownerOf(named(name))).toBe(owner);
});

it('a version that was run is told by file and spec, whatever it is called', () => {
  const card = catalog.cards.find(({ weights }) => weights.file !== null);
  const sha256 = card?.weights.file?.sha256 ?? '';
  expect(owners.ownerOf(run('./somewhere/file.gguf', sha256))).toBe(card?.id);
  expect(owners.ownerOf(run('hf:lmsys/vicuna-13b-v1.5', 'f'.repeat(64)))).toBe('vicuna-13b-v1.5');
  const address = 'https://api.openai.com/v1#gpt-3.5-turbo';
  expect(owners.ownerOf(run('openai:gpt-3.5-turbo', address))).toBe('gpt-3.5-turbo');
  expect(owners.ownerOf(run('openai:gpt-3.5-turbo', 'https://elsewhere.example/v1#gpt-3.5-turbo'))).toBeUndefined();
  expect(owners.ownerOf(run('scripted:a.yaml', 'scripted'))).toBeUndefined();
});

it('adapters make it another model', () => {
  const adapted = run('vicuna-13b-v1.5', 'a', { adapters: [{ identity: 'b', scale: 1 }] });
  expect(owners.ownerOf(run('vicuna-13b-v1.5', 'a'))).toBe('vicuna-13b-v1.5');
  expect(owners.ownerOf(adapted)).toBeUndefined();
  expect(versionIdentity(adapted)).toBe('a + {"identity":"b","scale":1}');
  expect(versionIdentity(named('vicuna-13b-v1.5'))).toBeUndefined();
});

it('every card is found by its own id', () => {
  for (const { id } of catalog.cards) expect(owners.ownerOf(named(id))).toBe(id);
});

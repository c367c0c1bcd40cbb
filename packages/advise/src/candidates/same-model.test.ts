import { readCatalog } from '@understudy/catalog';
import { expect, it } from 'vitest';
import { isSnapshotOf } from './same-model.js';

const { cardsById } = await readCatalog();
const model = (id: string) => ({ card: cardsById.get(id), remote: undefined });
const chatGpt = { card: cardsById.get('gpt-3.5-turbo'), remote: 'openai:gpt-3.5-turbo' };

it.each([
  ['openai:gpt-3.5-turbo-0613', true],
  ['openai:gpt-3.5-turbo-16k-0613', true],
  ['openai:gpt-3.5-turbo-0125', true],
  ['openai:gpt-4-0613', false],
  ['openai:gpt-3.5-turbo-instruct', false],
  [undefined, false],
])('%s is a snapshot of gpt-3.5-turbo: %s', (remote, isSnapshot) => {
  expect(isSnapshotOf({ card: undefined, remote }, chatGpt)).toBe(isSnapshot);
});

it('closed models of one family are one service, open ones are several models', () => {
  expect(isSnapshotOf(model('instructgpt-6b'), model('instructgpt-175b'))).toBe(true);
  expect(isSnapshotOf(model('gpt-4'), model('gpt-3.5-turbo'))).toBe(false);
  expect(isSnapshotOf(model('llama-2-13b-chat'), model('llama-2-70b-chat'))).toBe(false);
});

import { gzipSync } from 'node:zlib';
import { readCatalog } from '@understudy/catalog';
import { expect, it } from 'vitest';
import { makeAnnotator, makeKey, testArena } from '../../testing/arena-fixture.js';
import { Browser } from '../../testing/browser.js';

const once = readCatalog();
const localModels = () => Promise.resolve([{ spec: 'llama-7b', paths: ['/made-up'] as const, sizeBytes: 1 }]);
const catalog = (): typeof once => once;

it('the list has all cards in less than 60 KB, and says which are here and measured', async () => {
  await using arena = await testArena({ catalog, localModels });
  await arena.runs.createRun({
    fingerprint: 'f',
    model: 'vicuna-7b-v1.5',
    identity: 'made-up',
    source: 'understudy',
    engine: {},
    settings: {},
    command: {},
    selection: {},
    seed: 0,
    version: '0.0.0',
  });
  const viewer = new Browser(arena.app);
  await viewer.signIn(await makeKey(arena, 'viewer'));
  const { status, body } = await viewer.get('/api/catalog/models');
  expect(status).toBe(200);
  const models = body['models'] as readonly Record<string, unknown>[];
  expect(models.map(({ id }) => id)).toEqual((await once).cards.map(({ id }) => id));
  expect(gzipSync(JSON.stringify(body)).length).toBeLessThan(60_000);
  const row = (id: string) => models.find((model) => model['id'] === id);
  expect(row('llama-7b')).toMatchObject({ family: 'llama', isOpen: true, isLocal: true, runs: 0 });
  expect(row('vicuna-7b-v1.5')).toMatchObject({ baseModel: 'llama-2-7b', isLocal: false, runs: 1 });
  expect(row('gpt-4')).toMatchObject({ isOpen: false, weights: 'closed' });

  const page = await viewer.get('/api/catalog/models/vicuna-7b-v1.5');
  expect(page.body).toMatchObject({
    card: { licence: { sources: expect.arrayContaining(['unverified']) as unknown } },
    ancestors: [{ id: 'llama-2-7b', hasCard: true }],
    runs: [{ model: 'vicuna-7b-v1.5' }],
  });
});

it('a model page has all relatives; a model without a card has no page', async () => {
  await using arena = await testArena({ catalog });
  const reader = new Browser(arena.app);
  await reader.signIn(await makeAnnotator(arena, 'reader'));
  const { body } = await reader.get('/api/catalog/models/llama-2-7b-chat');
  const descendants = body['descendants'] as readonly { readonly id: string; readonly parent: string }[];
  expect(descendants.every(({ parent }) => parent === 'llama-2-7b-chat')).toBe(true);
  expect(descendants.map(({ id }) => id)).toContain('agentlm-7b');
  expect((await reader.get('/api/catalog/models/nothing')).status).toBe(404);
});

it('a conversation is rendered in the template of the card, and the parts are the text', async () => {
  await using arena = await testArena({ catalog });
  const viewer = new Browser(arena.app);
  await viewer.signIn(await makeKey(arena, 'viewer'));
  const messages = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hi </s>' },
    { role: 'assistant', content: 'Hello.' },
    { role: 'user', content: 'Bye' },
  ];
  const path = '/api/catalog/models/llama-2-7b-chat/rendering';
  const { status, body } = await viewer.post(path, { messages });
  expect(status).toBe(200);
  const parts = body['parts'] as readonly { readonly kind: string; readonly text: string }[];
  // The documented form of Llama 2 Chat.
  expect(parts.map(({ text }) => text).join('')).toBe(
    '<s>[INST] <<SYS>>\nBe brief.\n<</SYS>>\n\nHi </s> [/INST] Hello. </s><s>[INST] Bye [/INST]',
  );
  expect(parts.filter(({ kind }) => kind === 'token').map(({ text }) => text)).toEqual(['<s>', '</s>', '<s>']);
  expect(parts.filter(({ kind }) => kind === 'message').map(({ text }) => text)).toEqual(
    messages.map(({ content }) => content),
  );

  const single = await viewer.post('/api/catalog/models/alpaca-7b/rendering', { messages: messages.slice(1) });
  expect([single.status, single.body]).toMatchObject([400, { error: { code: 'template-single-turn' } }]);
  expect((await viewer.post('/api/catalog/models/llama-7b/rendering', { messages })).status).toBe(404);
});

it('a browser that has the list is told that it is still the same', async () => {
  await using arena = await testArena({ catalog });
  const key = await makeKey(arena, 'viewer');
  const ask = (headers: Record<string, string>) =>
    arena.app.request('/api/catalog/models', { headers: { Authorization: `Bearer ${key}`, ...headers } });
  const first = await ask({});
  const tag = first.headers.get('etag') ?? '';
  expect(tag).not.toBe('');
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  expect((await ask({ 'If-None-Match': tag })).status).toBe(304);
});

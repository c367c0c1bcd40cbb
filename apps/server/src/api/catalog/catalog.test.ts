import { gzipSync } from 'node:zlib';
import { readCatalog } from '@understudy/catalog';
import { expect, it } from 'vitest';
import { makeAnnotator, makeKey, testArena } from '../../testing/arena-fixture.js';
import { Browser } from '../../testing/browser.js';
import { measuredRun } from '../../testing/measured-run.js';
import type { CapabilityBody } from './capability-schema.js';
import type { ModelBody } from './model-schema.js';

const once = readCatalog();
const localModels = () => Promise.resolve([{ spec: 'llama-7b', paths: ['/made-up'] as const, sizeBytes: 1 }]);
const catalog = (): typeof once => once;

/** Identity of the file that a card names. */
async function identityOf(id: string): Promise<string> {
  return (await once).cardsById.get(id)?.weights.file?.sha256 ?? '';
}

it('the list has all cards in less than 60 KB, and says which are here and measured', async () => {
  await using arena = await testArena({ catalog, localModels });
  await measuredRun(arena.runs, { identity: await identityOf('smollm2-135m-instruct'), right: 1 });
  await measuredRun(arena.runs, { identity: 'another', right: 3 });
  const viewer = new Browser(arena.app);
  await viewer.signIn(await makeKey(arena, 'viewer'));
  const { status, body } = await viewer.get('/api/catalog/models');
  expect(status).toBe(200);
  const models = body['models'] as readonly Record<string, unknown>[];
  expect(models.map(({ id }) => id)).toEqual((await once).cards.map(({ id }) => id));
  expect(gzipSync(JSON.stringify(body)).length).toBeLessThan(60_000);
  const row = (id: string) => models.find((model) => model['id'] === id);
  expect(row('llama-7b')).toMatchObject({
    family: 'llama',
    familyName: 'LLaMA',
    isOpen: true,
    isLocal: true,
    measured: 0,
  });
  expect(row('vicuna-7b-v1.5')).toMatchObject({ baseModel: 'llama-2-7b', isLocal: false });
  expect(row('smollm2-135m-instruct')).toMatchObject({ measured: 1 });
  expect(row('gpt-4')).toMatchObject({ isOpen: false, weights: 'closed' });

  const page = await viewer.get('/api/catalog/models/smollm2-135m-instruct');
  expect(page.body).toMatchObject({
    measured: [
      {
        task: 'arc_easy',
        benchmark: 'ARC, easy questions',
        numFewshot: 0,
        value: 0.25,
        count: 4,
        rank: 2,
        models: 2,
      },
    ],
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

it('the map holds open models against references of the same table, and claims against the numbers', async () => {
  await using arena = await testArena({ catalog });
  const reader = new Browser(arena.app);
  await reader.signIn(await makeAnnotator(arena, 'reader'));
  const { status, body } = await reader.get('/api/catalog/capabilities');
  expect(status).toBe(200);
  const { rows, claims } = body as unknown as CapabilityBody;
  const llama2 = rows
    .find(({ benchmark }) => benchmark.id === 'mmlu')
    ?.columns.find(({ source }) => source?.startsWith('arxiv:2307.09288 table 4') === true);
  // Table 4 of the paper: 70.0 for GPT-3.5, 86.4 for GPT-4, 68.9 for Llama 2 70B.
  expect(llama2).toMatchObject({
    origin: 'published',
    bestOpen: { modelId: 'llama-2-70b', value: 68.9 },
    references: { 'gpt-3.5': { value: 70 }, 'gpt-4': { value: 86.4 } },
    verdicts: { 'gpt-3.5': { kind: 'lower-as-published' }, 'gpt-4': { kind: 'lower-as-published' } },
  });
  expect(claims.length).toBe((await once).claims.length);
  // Every evidence of a claim stands in one table: model and comparator have one benchmark and setting.
  const withEvidence = claims.filter(({ data }) => (data?.evidence.length ?? 0) > 0);
  expect(withEvidence.length).toBeGreaterThan(10);
});

it('a page says what all licences along the lineage ask, and ranks published scores within their tables', async () => {
  await using arena = await testArena({ catalog });
  const viewer = new Browser(arena.app);
  await viewer.signIn(await makeKey(arena, 'viewer'));
  const page = (await viewer.get('/api/catalog/models/vicuna-7b-v1.5')).body as unknown as ModelBody;
  expect(page.obligations).toMatchObject({ commercialUse: 'conditional', decidedBy: ['vicuna-7b-v1.5', 'llama-2-7b'] });
  // Llama 2 7B: 6.74·10⁹ weights at two bytes; 2 × 32 layers × 32 heads × 128 × 2 bytes for each token.
  const f16 = page.estimates?.estimates.find(
    ({ quantization, kvType, contextLength }) => quantization === 'F16' && kvType === 'f16' && contextLength === 2048,
  );
  expect(f16?.kvCacheBytes).toBe(2 * 32 * 32 * 128 * 2 * 2048);
  expect((f16?.weightsBytes ?? 0) / (2 * 6_738_415_616)).toBeCloseTo(1, 2);
  const gpt4 = (await viewer.get('/api/catalog/models/gpt-4')).body as unknown as ModelBody;
  expect(gpt4.tables.length).toBeGreaterThan(10);
  for (const { scores, higherIsBetter } of gpt4.tables) {
    expect(scores.some(({ modelId }) => modelId === 'gpt-4')).toBe(true);
    const better = scores.map(
      ({ value }) => scores.filter((other) => (higherIsBetter ? other.value > value : other.value < value)).length,
    );
    expect(scores.map(({ rank }) => rank)).toEqual(better.map((count) => count + 1));
  }
});

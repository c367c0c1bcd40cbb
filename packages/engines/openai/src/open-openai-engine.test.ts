import type { Engine, GenerateRequest, Price, RemoteModel, ScoreRequest } from '@understudy/core';
import { SpendingLimit } from '@understudy/engine-http/spending';
import { testSettings, type MockServer } from '@understudy/engine-http/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { openOpenAiEngine, type OpenRemoteOptions } from './open-openai-engine.js';
import { startMockOpenAi, wordLogProbability, type MockOpenAiOptions } from './testing/index.js';

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each[Symbol.asyncDispose]();
});

async function start(options: MockOpenAiOptions = {}): Promise<MockServer> {
  const server = await startMockOpenAi(options);
  opened.push(server);
  return server;
}

function modelAt(server: MockServer, changes: Partial<RemoteModel> = {}): RemoteModel {
  return {
    name: 'mock',
    api: 'openai',
    baseUrl: `${server.origin}/v1`,
    model: 'mock',
    keyVariables: ['UNDERSTUDY_API_KEY'],
    isKeyRequired: false,
    price: null,
    ...changes,
  };
}

async function open(model: RemoteModel, options: Partial<OpenRemoteOptions> = {}): Promise<Engine> {
  const engine = await openOpenAiEngine({
    model,
    key: undefined,
    settings: testSettings(),
    price: null,
    environment: {},
    firstRetryMs: 1,
    ...options,
  });
  opened.push(engine);
  return engine;
}

const origin = (id: number) => ({ id, task: 'test', document: id, sharedPrefix: 0 });
const greedy = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 1 } as const;

function asked(id: number, text: string, changes: Partial<GenerateRequest> = {}): GenerateRequest {
  return { ...origin(id), prompt: { kind: 'text', text }, maxTokens: 8, stop: [], sampling: greedy, ...changes };
}

function scored(id: number, context: string, continuation: string): ScoreRequest {
  return { ...origin(id), prompt: { kind: 'text', context, continuation } };
}

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function collect<T extends { readonly id: number }>(answers: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const answer of answers) all.push(answer);
  return all.sort((a, b) => a.id - b.id);
}

const price: Price = { input: 1, output: 10, currency: 'USD', date: '2026-11-25', source: 'test' };

describe('opening', () => {
  it('finds out what the server can do and what it is', async () => {
    const { info } = await open(modelAt(await start()));
    expect(info).toMatchObject({
      engine: 'openai',
      capabilities: { logProbabilities: 'continuation', greedyFlag: true, completions: true, chat: true },
      server: { model: 'mock', servedModel: 'mock', fingerprint: 'fp_mock', scoresRefused: null, notes: [] },
    });
    expect(info.identity).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1#mock$/);
  });

  it('takes the only model of a server, and wants a name where there are several', async () => {
    const { info } = await open(modelAt(await start({ model: 'only' }), { model: undefined }));
    expect(info.server?.model).toBe('only');
    const several = await start({
      intercept: ({ path }) => (path === '/v1/models' ? { json: { data: [{ id: 'a' }, { id: 'b' }] } } : undefined),
    });
    await expect(open(modelAt(several, { model: undefined }))).rejects.toMatchObject({
      code: 'model-not-named',
      hint: expect.stringContaining('a, b'),
    });
  });

  it.each([
    [
      'refuses echo, as llama-server does',
      'generated',
      { echo: 'refused' } as const,
      /echo: .*Only no echo is supported/,
    ],
    [
      'scores only what it generated',
      'generated',
      { echo: 'ignored' } as const,
      /echo: .*it scored 0 tokens of a prompt/,
    ],
    ['has no /completions', 'none', { hasCompletions: false } as const, /it does not continue texts/],
  ])('has no log-probabilities of given texts of a server that %s', async (_, kind, options, reason) => {
    const { info } = await open(modelAt(await start(options)));
    expect(info.capabilities.logProbabilities).toBe(kind);
    expect(info.server?.scoresRefused).toMatch(reason);
  });

  it('does not know what is greedy where no most probable tokens are listed', async () => {
    const { info } = await open(modelAt(await start({ hasTopLogprobs: false })));
    expect(info.capabilities).toMatchObject({ logProbabilities: 'continuation', greedyFlag: false });
  });

  it('leaves out what a model refuses, and says so', async () => {
    const server = await start({
      hasCompletions: false,
      fingerprint: null,
      intercept: ({ path, body }) => {
        if (path !== '/v1/chat/completions') return undefined;
        if ('max_tokens' in body) return unsupported('max_tokens', "Use 'max_completion_tokens' instead.");
        return 'temperature' in body ? unsupported('temperature', 'Only the default is supported.') : undefined;
      },
    });
    const { info } = await open(modelAt(server));
    const plain = server.to('/v1/chat/completions').filter(({ body }) => !('response_format' in body));
    expect(plain.at(-1)?.body).toMatchObject({ max_completion_tokens: 16, seed: 1234 });
    expect(info.build).toBe('OpenAI API without temperature');
    expect(info.server?.notes.join('\n')).toMatch(/refuses temperature.*they are not greedy/);
    expect(info.server?.notes.join('\n')).toMatch(/reports no fingerprint/);
  });

  it('draws without top_k and min_p where a server refuses them', async () => {
    const server = await start({
      intercept: ({ path, body }) =>
        path === '/v1/chat/completions' && 'top_k' in body ? unsupported('top_k', '') : undefined,
    });
    const engine = await open(modelAt(server));
    const messages = [{ role: 'user', content: 'Hi' }] as const;
    const sampling = { temperature: 0.7, topK: 40, topP: 0.9, minP: 0.05, seed: 3 };
    const prompt = { kind: 'chat', messages } as const;
    await collect(engine.generate(stream([asked(0, '', { prompt, sampling }), asked(1, 'Once', { sampling })])));
    expect(server.to('/v1/chat/completions').at(-1)?.body).toEqual({
      model: 'mock',
      messages,
      max_tokens: 8,
      temperature: 0.7,
      top_p: 0.9,
      seed: 3,
    });
    expect(server.to('/v1/completions').at(-1)?.body).toMatchObject({ top_k: 40, min_p: 0.05 });
    expect(engine.info.server?.notes).toContain(
      'It takes no top_k and no min_p: sampled texts are drawn without them.',
    );
  });

  it('holds answers to a JSON schema where a server was seen to do so, for that kind of prompt only', async () => {
    const engine = await open(modelAt(await start({ hasJsonSchema: true })));
    expect(engine.info.capabilities.decoding).toContain('json_schema');
    const schema = JSON.stringify({ type: 'object', properties: { winner: { enum: ['A'] } }, required: ['winner'] });
    const decoding = { constraint: { kind: 'json-schema', schema } } as const;
    const prompt = { kind: 'chat', messages: [{ role: 'user', content: 'Who wins?' }] } as const;
    const [answer] = await collect(engine.generate(stream([asked(0, '', { prompt, decoding })])));
    expect(answer).toMatchObject({ status: 'ok', text: '{"winner":"A"}' });
    await expect(collect(engine.generate(stream([asked(1, 'The winner is', { decoding })])))).rejects.toMatchObject({
      code: 'capability',
    });
  });

  it('does not say so of a server that goes on as if no schema were there', async () => {
    const { info } = await open(modelAt(await start()));
    expect(info.capabilities.decoding).not.toContain('json_schema');
  });

  it('sends the key, never shows it, and says which variable holds it when it is refused', async () => {
    const server = await start({
      intercept: ({ headers }) =>
        headers.authorization === 'Bearer sk-secret'
          ? { status: 401, json: { error: { message: 'Incorrect API key provided: sk-secret.' } } }
          : undefined,
    });
    const refused = open(modelAt(server), { key: 'sk-secret' });
    await expect(refused).rejects.toMatchObject({
      code: 'key-refused',
      message: expect.stringMatching(/HTTP 401: Incorrect API key provided: \[key\]\.$/),
      hint: expect.stringContaining('UNDERSTUDY_API_KEY'),
    });
    expect(server.seen).toHaveLength(1);
  });

  it('says of an address where nobody listens how to go on', async () => {
    const server = await start();
    const model = modelAt(server);
    await server[Symbol.asyncDispose]();
    await expect(open(model, { settings: testSettings({ maxRetries: 1 }) })).rejects.toMatchObject({
      code: 'server-unreachable',
      hint: 'Check the address, and that the server runs.',
    });
  });

  it('does not follow a redirect', async () => {
    const server = await start({
      intercept: () => ({ status: 307, headers: { location: 'http://elsewhere/v1' }, text: '' }),
    });
    await expect(open(modelAt(server), { key: 'sk-secret' })).rejects.toMatchObject({
      code: 'server-redirects',
      hint: expect.stringContaining('http://elsewhere/v1'),
    });
  });
});

function unsupported(parameter: string, rest: string) {
  const message = `Unsupported parameter: '${parameter}' is not supported with this model. ${rest}`;
  return {
    status: 400,
    json: { error: { message, type: 'invalid_request_error', param: parameter, code: 'unsupported_parameter' } },
  };
}

describe('generating', () => {
  it('continues texts and answers messages', async () => {
    const server = await start({ answer: (prompt) => ` echo of ${prompt}` });
    const engine = await open(modelAt(server));
    const messages = [{ role: 'user', content: 'Hi' }] as const;
    const answers = await collect(
      engine.generate(stream([asked(0, 'Once'), asked(1, '', { prompt: { kind: 'chat', messages } })])),
    );
    expect(answers).toMatchObject([
      {
        status: 'ok',
        text: ' echo of Once',
        finishReason: 'end',
        promptTokens: 1,
        service: { fingerprint: 'fp_mock' },
      },
      { status: 'ok', text: ' echo of Hi', promptTokens: 10, generatedTokens: 3 },
    ]);
    expect(server.to('/v1/chat/completions').at(-1)?.body).toEqual({
      model: 'mock',
      messages,
      max_tokens: 8,
      temperature: 0,
      seed: 1,
    });
  });

  it('cuts at stop strings that the server was not told of', async () => {
    const server = await start({ answer: () => 'one two\nthree END four' });
    const engine = await open(modelAt(server));
    const stop = ['a', 'b', 'c', 'd', 'END', '\n'];
    const [answer] = await collect(engine.generate(stream([asked(0, 'x', { stop: ['1', '2', '3', '4', 'END'] })])));
    expect(answer).toMatchObject({ text: 'one two\nthree ', finishReason: 'stop' });
    const [second] = await collect(engine.generate(stream([asked(0, 'x', { stop })])));
    expect(second).toMatchObject({ text: 'one two', finishReason: 'stop' });
    expect(server.to('/v1/completions').at(-1)?.body.stop).toEqual(['a', 'b', 'c', 'd']);
  });

  it('streams', async () => {
    const server = await start({ answer: () => 'one two three' });
    const engine = await open(modelAt(server), { price });
    const messages = [{ role: 'user', content: 'Count' }] as const;
    const events = [];
    for await (const event of engine.stream(asked(7, '', { prompt: { kind: 'chat', messages } }))) events.push(event);
    expect(events.map((event) => (event.type === 'text-delta' ? event.text : event.type))).toEqual([
      'one',
      ' two',
      ' three',
      'finish',
    ]);
    expect(events.at(-1)).toMatchObject({
      response: { status: 'ok', id: 7, text: 'one two three', service: { cost: (10 * 1 + 3 * 10) / 1e6 } },
    });
  });
});

describe('scoring', () => {
  it('adds up the tokens of the continuation, and tells whether each is the most probable', async () => {
    const server = await start();
    const engine = await open(modelAt(server));
    const [first, second] = await collect(
      engine.score(stream([scored(0, 'The sky is', ' blue today'), scored(1, 'The sky is', ' green')])),
    );
    const expected = wordLogProbability(' is', ' blue') + wordLogProbability(' blue', ' today');
    expect(first).toMatchObject({ status: 'ok', logProbability: expected, promptTokens: 5 });
    expect(first).toMatchObject({
      isGreedy: [
        [' is', ' blue'],
        [' blue', ' today'],
      ].every(([a, b]) => wordLogProbability(a!, b!) > -1),
    });
    expect(second).toMatchObject({ logProbability: wordLogProbability(' is', ' green') });
  });

  it('cuts by the number of tokens of the context where a token reaches over the joint, as the reference harness does', async () => {
    const server = await start();
    const engine = await open(modelAt(server));
    const before = server.to('/v1/completions').length;
    const answers = await collect(
      engine.score(stream([scored(0, 'The sky is bl', 'ue today'), scored(1, 'The sky is bl', 'ack')])),
    );
    // The context has four words alone, and so has the beginning of the whole: the fifth is the continuation's.
    expect(answers[0]).toMatchObject({ status: 'ok', logProbability: wordLogProbability(' blue', ' today') });
    expect(answers[1]).toMatchObject({
      status: 'error',
      message: expect.stringContaining('no token of the continuation'),
    });
    expect(server.to('/v1/completions').length - before).toBe(3);
  });

  it('fails for the first token of a text, for which a server has no log-probability', async () => {
    const engine = await open(modelAt(await start()));
    const [answer] = await collect(engine.score(stream([scored(0, '', 'A whole page.')])));
    expect(answer).toMatchObject({ status: 'error', code: 'first-token-unscored' });
  });
});

describe('spending', () => {
  it('tells what each answer and all of them cost', async () => {
    const engine = await open(modelAt(await start()), { price });
    const before = (await engine.counters()).service?.cost ?? 0;
    expect(before).toBeGreaterThan(0);
    const [answer] = await collect(engine.generate(stream([asked(0, 'one two three')])));
    expect(answer).toMatchObject({ service: { cost: (3 * 1 + 1 * 10) / 1e6 } });
    const { service } = await engine.counters();
    expect(service).toMatchObject({ answered: 1, currency: 'USD', unpriced: 0, fingerprints: { fp_mock: 1 } });
    expect((service?.cost ?? 0) - before).toBeCloseTo(13 / 1e6, 12);
  });

  it('knows no cost without a price', async () => {
    const engine = await open(modelAt(await start()));
    const [answer] = await collect(engine.generate(stream([asked(0, 'one two three')])));
    expect(answer).toMatchObject({ service: { cost: null } });
    expect((await engine.counters()).service).toMatchObject({ cost: null, unpriced: 1 });
  });

  it('stops before the limit is exceeded, with every answer that was paid for', async () => {
    const server = await start({ answer: () => 'x'.repeat(10) });
    const limit = new SpendingLimit(0.01, 'USD');
    const engine = await open(modelAt(server), { price, limit });
    const answers: unknown[] = [];
    const requests = Array.from({ length: 5000 }, (_, id) => asked(id, 'one two three', { maxTokens: 100 }));
    const all = (async () => {
      for await (const answer of engine.generate(stream(requests))) answers.push(answer);
    })();
    await expect(all).rejects.toMatchObject({ code: 'max-cost-reached', party: 'user' });
    const { service } = await engine.counters();
    expect(service?.cost).toBeLessThanOrEqual(0.01);
    // A further one could have cost 1,269 millionths: 13 + 256 bytes at most of the prompt, and 100 tokens.
    expect(service?.cost).toBeGreaterThan(0.01 - 0.00127);
    expect(answers).toHaveLength(service?.answered ?? -1);
  });
});

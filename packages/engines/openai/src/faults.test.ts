import type { Engine, GenerateRequest, RemoteSettings } from '@understudy/core';
import { testSettings, type MockReply, type MockServer, type SeenRequest } from '@understudy/engine-http/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { openOpenAiEngine } from './open-openai-engine.js';
import { startMockOpenAi } from './testing/index.js';

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each[Symbol.asyncDispose]();
});

type Fault = (prompt: string, nth: number) => MockReply | undefined;

/** A server that echoes prompts, with faults once it is opened; `nth` counts how often a prompt was asked. */
async function start(
  fault: Fault,
  settings: Partial<RemoteSettings> = {},
): Promise<{ readonly engine: Engine; readonly server: MockServer }> {
  const counts = new Map<string, number>();
  let isOpen = false;
  const server = await startMockOpenAi({
    answer: (prompt) => `re ${prompt}`,
    intercept: ({ path, body }: SeenRequest) => {
      if (!isOpen || path !== '/v1/completions') return undefined;
      const nth = counts.get(body.prompt) ?? 0;
      counts.set(body.prompt, nth + 1);
      return fault(body.prompt, nth);
    },
  });
  opened.push(server);
  const engine = await openOpenAiEngine({
    model: {
      name: 'mock',
      api: 'openai',
      baseUrl: `${server.origin}/v1`,
      model: 'mock',
      keyVariables: [],
      isKeyRequired: false,
      price: null,
    },
    key: undefined,
    settings: testSettings(settings),
    price: null,
    limit: undefined,
    environment: {},
    firstRetryMs: 1,
  });
  opened.push(engine);
  isOpen = true;
  return { engine, server };
}

function asked(id: number): GenerateRequest {
  const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 1 };
  const prompt = { kind: 'text', text: `prompt ${id}` } as const;
  return { id, task: 'test', document: id, sharedPrefix: 0, prompt, maxTokens: 8, stop: [], sampling };
}

async function* requests(count: number): AsyncGenerator<GenerateRequest> {
  for (let id = 0; id < count; id++) yield asked(id);
}

async function answersTo(engine: Engine, count: number) {
  const answers = [];
  for await (const answer of engine.generate(requests(count))) answers.push(answer);
  return answers.sort((a, b) => a.id - b.id);
}

const whole = (count: number) =>
  Array.from({ length: count }, (_, id) => expect.objectContaining({ status: 'ok', id, text: `re prompt ${id}` }));

describe('a fault that passes', () => {
  it.each<readonly [string, MockReply]>([
    ['a dropped connection', { fault: 'drop' }],
    ['no answer at all', { fault: 'silent' }],
    ['an answer that stalls', { fault: 'stall' }],
    ['an error of the server', { status: 500, json: { error: { message: 'oops' } } }],
    ['a gateway that has nobody behind it', { status: 502, text: '<html>Bad gateway</html>' }],
    ['broken JSON', { text: '{"choices": [{"te' }],
    ['JSON of another shape', { json: { hello: 'world' } }],
    ['a web page instead of JSON', { headers: { 'content-type': 'text/html' }, text: '<html>Welcome</html>' }],
    ['overload', { status: 503, headers: { 'retry-after': '0' }, json: { error: { message: 'Loading model' } } }],
  ])('%s loses nothing', async (_, fault) => {
    const { engine } = await start((prompt, nth) => (nth === 0 && /[37]$/.test(prompt) ? fault : undefined));
    expect(await answersTo(engine, 10)).toEqual(whole(10));
    expect((await engine.counters()).service).toMatchObject({ answered: 10, failed: 0, retries: 2 });
  });

  it('a storm of rate limits slows down and loses nothing', async () => {
    let refusals = 60;
    const { engine, server } = await start(() =>
      refusals-- > 0
        ? { status: 429, headers: { 'retry-after-ms': '1' }, json: { error: { message: 'Slow down' } } }
        : undefined,
    );
    expect(await answersTo(engine, 30)).toEqual(whole(30));
    // More than the retries of any one request: a server that asks to come later is not given up for it.
    expect((await engine.counters()).service).toMatchObject({ answered: 30, failed: 0, rateLimited: 60 });
    expect(server.mostUnderWay).toBeLessThanOrEqual(8);
  });

  it('no more requests are under way than asked for', async () => {
    const { engine, server } = await start(() => undefined, { concurrency: 3 });
    await answersTo(engine, 40);
    expect(server.mostUnderWay).toBeLessThanOrEqual(3);
  });
});

describe('a fault that stays', () => {
  it('of one request is a failed answer with its reason; the others are answered', async () => {
    const tooLong = {
      error: { message: "This model's maximum context length is 8 tokens.", code: 'context_length_exceeded' },
    };
    const { engine, server } = await start((prompt) =>
      prompt.endsWith('4') ? { status: 400, json: tooLong } : undefined,
    );
    const answers = await answersTo(engine, 10);
    expect(answers[4]).toMatchObject({
      status: 'error',
      code: 'context-too-long',
      message: expect.stringContaining('maximum context length is 8 tokens'),
    });
    expect(answers.filter(({ status }) => status === 'ok')).toHaveLength(9);
    // It is not asked again.
    expect(server.to('/v1/completions').filter(({ body }) => body.prompt === 'prompt 4')).toHaveLength(1);
  });

  it('of the key or the model ends the run at once, without retries, with what was answered', async () => {
    const refusal = { status: 401, json: { error: { message: 'The key was revoked' } } };
    const { engine, server } = await start((prompt) => (Number(prompt.slice(7)) >= 20 ? refusal : undefined), {
      concurrency: 1,
    });
    const answers: unknown[] = [];
    const run = async (): Promise<void> => {
      for await (const answer of engine.generate(requests(100))) answers.push(answer);
    };
    await expect(run()).rejects.toMatchObject({ code: 'key-refused', message: expect.stringContaining('revoked') });
    expect(answers).toEqual(whole(20));
    expect(server.to('/v1/completions').filter(({ body }) => body.prompt.startsWith('prompt'))).toHaveLength(21);
  });

  it('of the server ends the run after a few requests were given up, with what was answered', async () => {
    const { engine } = await start(
      (prompt) =>
        Number(prompt.slice(7)) >= 20 ? { status: 500, json: { error: { message: 'broken for good' } } } : undefined,
      { maxRetries: 1, concurrency: 2 },
    );
    const answers: { readonly status: string }[] = [];
    const run = async (): Promise<void> => {
      for await (const answer of engine.generate(requests(1000))) answers.push(answer);
    };
    await expect(run()).rejects.toMatchObject({
      code: 'server-gave-up',
      message: expect.stringContaining('broken for good'),
    });
    expect(answers.filter(({ status }) => status === 'ok')).toHaveLength(20);
    expect(answers.length).toBeLessThan(30);
  });

  it('an interrupt ends it at once, also while the server asks to wait', async () => {
    const { engine } = await start(() => ({
      status: 429,
      headers: { 'retry-after': '300' },
      json: { error: { message: 'Come back in five minutes' } },
    }));
    const abort = new AbortController();
    const run = (async () => {
      for await (const answer of engine.generate(requests(10), { signal: abort.signal }))
        expect(answer).toBeUndefined();
    })();
    setTimeout(() => abort.abort(new Error('stop')), 50);
    await expect(run).rejects.toThrow('stop');
  });

  it('of a stream ends it as a failure', async () => {
    const piece = JSON.stringify({ choices: [{ text: 're', finish_reason: null }] });
    const streams: MockReply[] = [
      { events: [piece], breaksOff: true },
      { events: [piece, 'no JSON'] },
      { events: [piece, JSON.stringify({ error: { message: 'out of memory' } })] },
      { events: [piece] },
    ];
    const { engine } = await start(() => streams.shift());
    for (const code of ['connection-lost', 'answer-broken', 'server-failed', 'answer-broken']) {
      const events = [];
      for await (const event of engine.stream(asked(0))) events.push(event);
      expect(events).toMatchObject([
        { type: 'text-delta', text: 're' },
        { type: 'finish', response: { status: 'error', code } },
      ]);
    }
  });
});

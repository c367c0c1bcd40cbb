import type { Engine, GenerateRequest, RemoteModel } from '@understudy/core';
import { MockServer, testSettings, type MockHandler } from '@understudy/engine-http/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { openAnthropicEngine } from './open-anthropic-engine.js';

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each[Symbol.asyncDispose]();
});

/** An answer in the shape of the API's documentation. */
function message(text: string, stopReason = 'end_turn') {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-x-20251101',
    content: [{ type: 'text', text }],
    stop_reason: stopReason,
    usage: { input_tokens: 12, cache_read_input_tokens: 3, output_tokens: 5 },
  };
}

async function open(handler: MockHandler): Promise<{ readonly engine: Engine; readonly server: MockServer }> {
  const server = await MockServer.start(handler);
  opened.push(server);
  const model: RemoteModel = {
    name: 'anthropic:claude-x',
    api: 'anthropic',
    baseUrl: `${server.origin}/v1`,
    model: 'claude-x',
    keyVariables: ['ANTHROPIC_API_KEY'],
    isKeyRequired: false,
    price: null,
  };
  const engine = await openAnthropicEngine({
    model,
    key: 'sk-ant',
    settings: testSettings(),
    price: null,
    environment: {},
    firstRetryMs: 1,
    limit: undefined,
  });
  opened.push(engine);
  return { engine, server };
}

function asked(changes: Partial<GenerateRequest> = {}): GenerateRequest {
  const messages = [
    { role: 'system', content: 'Be short.' },
    { role: 'user', content: 'Hi' },
  ] as const;
  return {
    id: 1,
    task: 'test',
    document: 0,
    sharedPrefix: 0,
    prompt: { kind: 'chat', messages },
    maxTokens: 32,
    stop: ['\n\n', 'Q:'],
    sampling: { temperature: 0, topK: 50, topP: 1, minP: 0, seed: 1 },
    ...changes,
  };
}

async function* once<T>(item: T): AsyncGenerator<T> {
  yield item;
}

async function answerOf(engine: Engine, request: GenerateRequest) {
  for await (const answer of engine.generate(once(request))) return answer;
  return undefined;
}

describe('the Anthropic engine', () => {
  it('says what the API can do and which model answers', async () => {
    const { engine, server } = await open(() => ({ json: message('Paris') }));
    expect(engine.info).toMatchObject({
      capabilities: { logProbabilities: 'none', completions: false, chat: true },
      server: { model: 'claude-x', servedModel: 'claude-x-20251101', fingerprint: null },
    });
    expect(engine.info.identity).toMatch(/\/v1#claude-x = claude-x-20251101$/);
    expect(server.seen[0]?.headers).toMatchObject({ 'x-api-key': 'sk-ant', 'anthropic-version': '2023-06-01' });
  });

  it('sends messages, the system message in its place, and cuts at stop strings that the API refuses', async () => {
    const { engine, server } = await open(() => ({ json: message('Hello.\n\nHow are you?') }));
    expect(await answerOf(engine, asked())).toMatchObject({
      status: 'ok',
      text: 'Hello.',
      finishReason: 'stop',
      promptTokens: 15,
      cachedTokens: 3,
      generatedTokens: 5,
    });
    expect(server.seen.at(-1)?.body).toEqual({
      model: 'claude-x',
      max_tokens: 32,
      system: 'Be short.',
      messages: [{ role: 'user', content: 'Hi' }],
      stop_sequences: ['Q:'],
      temperature: 0,
    });
  });

  it.each([
    ['end_turn', 'end'],
    ['max_tokens', 'length'],
    ['stop_sequence', 'stop'],
    ['refusal', 'filtered'],
  ])('understands the stop reason %s', async (reason, finishReason) => {
    const { engine } = await open(() => ({ json: message('x', reason) }));
    expect(await answerOf(engine, asked())).toMatchObject({ finishReason });
  });

  it('leaves out a parameter that the model refuses, and says so', async () => {
    const { engine } = await open(({ body }) =>
      'temperature' in body
        ? {
            status: 400,
            json: {
              type: 'error',
              error: { type: 'invalid_request_error', message: '`temperature` is deprecated for this model.' },
            },
          }
        : { json: message('x') },
    );
    expect(engine.info.build).toBe('Anthropic API without temperature');
    expect(engine.info.server?.notes.join(' ')).toContain('not greedy');
  });

  it('waits when it is told to, and counts a prompt that is too long as a failed request', async () => {
    let overloaded = 2;
    const { engine } = await open(({ body }) => {
      if (body.max_tokens === 16) return { json: message('x') };
      if (overloaded-- > 0) {
        const error = { type: 'overloaded_error', message: 'Overloaded' };
        return { status: 529, headers: { 'retry-after': '0' }, json: { type: 'error', error } };
      }
      const error = { type: 'invalid_request_error', message: 'prompt is too long: 210000 tokens > 200000 maximum' };
      return { status: 400, json: { type: 'error', error } };
    });
    expect(await answerOf(engine, asked())).toMatchObject({ status: 'error', code: 'context-too-long' });
    expect((await engine.counters()).service).toMatchObject({ rateLimited: 2, failed: 1 });
  });

  it('streams', async () => {
    const events = [
      { type: 'message_start', message: { usage: { input_tokens: 9, output_tokens: 1 } } },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'ping' },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hel' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'lo' } },
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 4 } },
      { type: 'message_stop' },
    ].map((event) => JSON.stringify(event));
    const { engine } = await open(({ body }) => (body.stream === true ? { events } : { json: message('x') }));
    const seen = [];
    for await (const event of engine.stream(asked())) seen.push(event);
    expect(seen).toMatchObject([
      { type: 'text-delta', text: 'Hel' },
      { type: 'text-delta', text: 'lo' },
      {
        type: 'finish',
        response: { status: 'ok', text: 'Hello', finishReason: 'end', promptTokens: 9, generatedTokens: 4 },
      },
    ]);
  });

  it('ends half a stream, and an error in a stream, as a failure', async () => {
    const start = JSON.stringify({ type: 'content_block_delta', delta: { type: 'text_delta', text: 'Hel' } });
    const error = JSON.stringify({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } });
    const streams = [{ events: [start], breaksOff: true }, { events: [start] }, { events: [start, error] }];
    const { engine } = await open(({ body }) => (body.stream === true ? streams.shift()! : { json: message('x') }));
    for (const code of ['connection-lost', 'answer-broken', 'server-failed']) {
      const seen = [];
      for await (const event of engine.stream(asked())) seen.push(event);
      expect(seen).toMatchObject([{ text: 'Hel' }, { type: 'finish', response: { status: 'error', code } }]);
    }
  });
});

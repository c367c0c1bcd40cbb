import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { MockServer } from './mock-server.js';

const complete = (baseUrl: string): Promise<Response> =>
  fetch(`${baseUrl}/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: 'mock', prompt: 'x'.repeat(100_000) }),
  });

it('answers completions, and knows its model', async () => {
  await using server = await MockServer.start({ latencyMs: 1 });
  const models = (await (await fetch(`${server.baseUrl}/models`)).json()) as { data: readonly { id: string }[] };
  expect(models.data[0]?.id).toBe('mock');
  const answers = await Promise.all(Array.from({ length: 20 }, async () => (await complete(server.baseUrl)).json()));
  expect(answers[19]).toMatchObject({ choices: [{ text: ' The answer is 8.' }], usage: { prompt_tokens: 160 } });
  expect(server.answered).toBe(20);
  expect((await fetch(`${server.baseUrl}/chat/completions`, { method: 'POST', body: '{}' })).status).toBe(404);
});

it('takes a request apart wherever its bytes are cut, and two requests that come together', async () => {
  await using server = await MockServer.start({ latencyMs: 1 });
  const { port } = new URL(server.baseUrl);
  const request = 'POST /v1/completions HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}';
  const socket = connect(Number(port), '127.0.0.1');
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => (received += text));
  for (const letter of request) socket.write(letter);
  socket.write(request + request);
  await expect.poll(() => received.match(/HTTP\/1\.1 200 OK/g)?.length).toBe(3);
  socket.destroy();
});

it('refuses what is above its rate', async () => {
  await using server = await MockServer.start({ latencyMs: 1, requestsPerSecond: 5 });
  const answers = await Promise.all(Array.from({ length: 40 }, () => complete(server.baseUrl)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(20);
  expect(refused[0]?.headers.get('retry-after')).toBe('1');
});

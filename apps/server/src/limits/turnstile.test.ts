import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { ApiEnv } from '../api/api-env.js';
import { startServer } from '../start-server.js';
import { Turnstile } from './turnstile.js';

it('lets them pass in their order, with a turn of the event loop between any two', async () => {
  const turnstile = new Turnstile();
  const seen: string[] = [];
  const passed = ['first', 'second', 'third'].map((name) => turnstile.pass().then(() => seen.push(name)));
  for (let turn = 1; turn <= 3; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(`turn ${turn}`);
  }
  await Promise.all(passed);
  expect(seen).toEqual(['first', 'turn 1', 'second', 'turn 2', 'third', 'turn 3']);
});

function ask(socket: Socket): Promise<unknown> {
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  return once(socket, 'data');
}

it('is what a server begins its requests by, however many come at once', async () => {
  let turn = 0;
  const count = (): void => {
    turn += 1;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  const begun: number[] = [];
  const app = new Hono<ApiEnv>().get('*', (c) => {
    begun.push(turn);
    return c.text('done');
  });
  const server = await startServer({ app, host: '127.0.0.1', port: 0 });
  const sockets = Array.from({ length: 20 }, () => connect(server.port, '127.0.0.1'));
  // The connections are open before the requests that come at once.
  for (let round = 0; round < 2; round += 1) await Promise.all(sockets.map(ask));
  expect(begun).toHaveLength(40);
  expect(new Set(begun).size).toBe(40);
  clearImmediate(counting);
  for (const socket of sockets) socket.destroy();
  await server.stop();
});

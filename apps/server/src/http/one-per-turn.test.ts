import { readCatalog } from '@understudy/catalog';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { ApiEnv } from '../api/api-env.js';
import { createApp } from '../create-app.js';
import { startServer } from '../start-server.js';
import { testArena } from '../testing/arena-fixture.js';
import { onePerTurn } from './one-per-turn.js';

function ask(socket: Socket): Promise<unknown> {
  socket.write('GET /api/studies HTTP/1.1\r\nHost: x\r\n\r\n');
  return once(socket, 'data');
}

/** Sends twenty requests at once over connections that are open. Returns the turns of the event loop in which they began. */
async function turnsOf(app: Hono<ApiEnv>, begun: readonly number[]): Promise<readonly number[]> {
  const server = await startServer({ app, host: '127.0.0.1', port: 0 });
  const sockets = Array.from({ length: 20 }, () => connect(server.port, '127.0.0.1'));
  await Promise.all(sockets.map(ask));
  const before = begun.length;
  await Promise.all(sockets.map(ask));
  for (const socket of sockets) socket.destroy();
  await server.stop();
  return begun.slice(before);
}

it.each(['the middleware', 'the whole server'])(
  '%s begins one request a turn, however many come at once',
  async (what) => {
    await using arena = await testArena();
    let turn = 0;
    const count = (): void => {
      turn += 1;
      counting = setImmediate(count);
    };
    let counting = setImmediate(count);
    const begun: number[] = [];
    // The clock is asked for by each request that has begun.
    const now = (): number => {
      begun.push(turn);
      return arena.clock.now;
    };
    const alone = new Hono<ApiEnv>().use(onePerTurn()).get('*', (c) => c.text(String(now())));
    const { store, runs } = arena;
    const access = { isLocal: false, publicUrl: undefined, trustsProxy: false };
    const whole = createApp({ store, runs, catalog: readCatalog, version: '0', access, site: undefined, now });
    const turns = await turnsOf(what === 'the middleware' ? alone : whole, begun);
    expect(new Set(turns).size).toBe(20);
    clearImmediate(counting);
  },
);

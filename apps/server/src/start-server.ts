import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { UserError } from '@understudy/core';
import type { Hono } from 'hono';
import type { ApiEnv } from './api/api-env.js';

/** Where to listen. */
export interface ListenOptions {
  readonly app: Hono<ApiEnv>;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
}

/** A server that listens. */
export interface RunningServer {
  /** E.g. `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly port: number;
  /** Takes nothing new, lets requests end that are being answered (at most five seconds), then closes. */
  readonly stop: () => Promise<void>;
}

const STOP_MS = 5000;

/** Connections that may wait to be accepted: a hall of people who all come back after a restart. The system may allow fewer. */
const BACKLOG = 4096;

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}

function listenFailure(cause: NodeJS.ErrnoException, { host, port }: ListenOptions): unknown {
  const values = { host, port };
  switch (cause.code) {
    case 'EADDRINUSE':
      return new UserError({
        code: 'port-in-use',
        message: `Port ${port} of ${host} is in use by another program.`,
        hint: 'Choose another with --port, or 0 for any that is free.',
        values,
        cause,
      });
    case 'EACCES':
      return new UserError({
        code: 'port-refused',
        message: `Listening to port ${port} is not allowed.`,
        hint: 'Choose a port above 1023 with --port.',
        values,
        cause,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UserError({
        code: 'host-unknown',
        message: `This machine has no address ${host}.`,
        hint: 'Use 127.0.0.1 for this machine only, 0.0.0.0 for all of its addresses.',
        values,
        cause,
      });
    default:
      return cause;
  }
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), STOP_MS);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Listens. Throws `UserError`: `port-in-use`, `port-refused`, `host-unknown`. */
export async function startServer(options: ListenOptions): Promise<RunningServer> {
  const { app, host, port } = options;
  // Slow senders do not hold a connection: headers within ten seconds, a whole request within a minute. A connection is kept for longer than
  // browsers and proxies keep theirs, so that no request meets one that is just being closed.
  const limits = { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 65_000, maxHeaderSize: 16 * 1024 };
  // The adaptor makes a plain HTTP server unless told otherwise.
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: limits }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenFailure(error, options)));
    server.listen({ port, host, backlog: BACKLOG }, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const shown = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${shown}:${bound}`, port: bound, stop: () => stopServer(server) };
}

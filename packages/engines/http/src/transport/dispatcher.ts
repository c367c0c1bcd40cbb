import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { RemoteTimeouts } from '@understudy/core';

/** How connections are made and kept. */
export interface DispatcherOptions {
  readonly baseUrl: string;
  /** Requests under way at the most. */
  readonly concurrency: number;
  readonly timeouts: RemoteTimeouts;
  /** Where the names of proxies are read: `http_proxy`, `https_proxy`, `no_proxy`. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Bytes of an answer at the most: an answer with log-probabilities has some 100 bytes a token. */
const MAX_ANSWER_BYTES = 256 * 2 ** 20;

/**
 * Connections to spare: undici gives one that was answered its next request only after a turn of the event loop, in which other answers
 * are worked on. Without some to spare all requests march in step, and the server waits for us while we wait for it.
 */
const TO_SPARE = 0.25;

/** Connections are kept alive; one request at a time goes over each. Servers on this machine are reached without a proxy. */
export function openDispatcher({ baseUrl, concurrency, timeouts, environment }: DispatcherOptions): Dispatcher {
  const options = {
    connections: Math.ceil(concurrency * (1 + TO_SPARE)),
    pipelining: 1,
    connect: { timeout: timeouts.connectMs },
    headersTimeout: timeouts.firstByteMs,
    bodyTimeout: timeouts.stallMs,
    maxResponseSize: MAX_ANSWER_BYTES,
  };
  const proxy = (name: string): string | undefined => environment[name] ?? environment[name.toUpperCase()];
  const [httpProxy, httpsProxy, noProxy] = [proxy('http_proxy'), proxy('https_proxy'), proxy('no_proxy')];
  const isDirect = isLoopback(new URL(baseUrl).hostname) || (httpProxy === undefined && httpsProxy === undefined);
  return isDirect
    ? new Agent(options)
    : new EnvHttpProxyAgent({ ...options, ...given({ httpProxy, httpsProxy, noProxy }) });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host.startsWith('127.') || host === '[::1]';
}

function given(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

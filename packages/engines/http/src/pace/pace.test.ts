import { describe, expect, it } from 'vitest';
import { RemoteFailure } from '../failures/remote-failure.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { Pacer } from './pacer.js';
import { exhaustedForMs } from './rate-limits.js';
import { readRetryAfter } from './retry-after.js';
import { Window } from './window.js';

const NOW = Date.parse('2026-11-25T12:00:00Z');

describe('readRetryAfter', () => {
  it.each([
    [{ 'retry-after': '3' }, 3000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Wed, 25 Nov 2026 12:00:07 GMT' }, 7000],
    [{ 'retry-after': 'Wed, 25 Nov 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': '3', 'retry-after-ms': '120' }, 120],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('reads %j as %s ms', (headers, milliseconds) => {
    expect(readRetryAfter(headers, NOW)).toBe(milliseconds);
  });
});

describe('exhaustedForMs', () => {
  it.each([
    [{ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '1s' }, 1000],
    [{ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '6m0s' }, 360_000],
    [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '20ms' }, 20],
    [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '7.66s' }, 7660],
    [{ 'x-ratelimit-remaining-requests': '1', 'x-ratelimit-reset-requests': '1s' }, 0],
    [
      {
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '1s',
        'x-ratelimit-remaining-tokens': '0',
        'x-ratelimit-reset-tokens': '2s',
      },
      2000,
    ],
    [
      { 'anthropic-ratelimit-tokens-remaining': '0', 'anthropic-ratelimit-tokens-reset': '2026-11-25T12:00:30Z' },
      30_000,
    ],
    [
      { 'anthropic-ratelimit-requests-remaining': '7', 'anthropic-ratelimit-requests-reset': '2026-11-25T12:01:00Z' },
      0,
    ],
    [{ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': 'whenever' }, 0],
    [{}, 0],
  ])('reads %j as %i ms', (headers, milliseconds) => {
    expect(exhaustedForMs(headers, NOW)).toBe(milliseconds);
  });
});

describe('Window', () => {
  it('doubles a round trip until the first trouble, and then grows by one of 32 steps a round trip', () => {
    const window = new Window(128);
    expect(window.size).toBe(8);
    for (let answers = 0; answers < 8; answers++) window.grow();
    expect(window.size).toBe(16);
    window.shrink(10, 11);
    expect(window.size).toBe(8);
    for (let answers = 0; answers < 10; answers++) window.grow();
    expect(window.size).toBe(12);
  });

  it('shrinks once for all requests that were under way, never below one, and never grows above the most', () => {
    const window = new Window(8);
    for (let answers = 0; answers < 100; answers++) window.grow();
    expect(window.size).toBe(8);
    for (const startedAt of [1, 2, 3]) window.shrink(startedAt, 10);
    expect(window.size).toBe(4);
    for (const startedAt of [11, 21, 31, 41]) window.shrink(startedAt, startedAt + 5);
    expect(window.size).toBe(1);
  });
});

function failure(details: Partial<ConstructorParameters<typeof RemoteFailure>[0]> = {}): RemoteFailure {
  return new RemoteFailure({
    code: 'server-failed',
    message: 'no',
    treatment: 'again',
    mayBeCharged: false,
    ...details,
  });
}

describe('Pacer', () => {
  it('runs no more attempts at a time than the window has room for', async () => {
    const pacer = new Pacer({ concurrency: 3, patienceMs: 1000 });
    let underWay = 0;
    let most = 0;
    const attempt = async (): Promise<void> => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay--;
    };
    await Promise.all(Array.from({ length: 50 }, () => pacer.run(attempt, { isRetry: false })));
    expect(most).toBe(3);
  });

  it('begins nothing while the server asks to wait, until it is woken', async () => {
    const pacer = new Pacer({ concurrency: 3, patienceMs: 1_000_000 });
    pacer.failed(performance.now(), failure({ treatment: 'later', retryAfterMs: 900_000 }));
    let isBegun = false;
    const run = pacer.run(
      async () => {
        isBegun = true;
      },
      { isRetry: true },
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(isBegun).toBe(false);
    pacer.wake();
    await run;
    expect(isBegun).toBe(true);
  });
});

describe('CircuitBreaker', () => {
  it('opens after so many failures in a row, and at once for one that concerns all requests', () => {
    const breaker = new CircuitBreaker(3);
    for (const given of [failure(), failure()]) breaker.gaveUp(given);
    breaker.succeeded();
    for (const given of [failure(), failure()]) breaker.gaveUp(given);
    breaker.gaveUp(failure({ code: 'context-too-long' }));
    expect(breaker.failure).toBeUndefined();
    const last = failure({ message: 'the third' });
    breaker.gaveUp(last);
    expect(breaker.failure).toBe(last);

    const other = new CircuitBreaker(3);
    other.gaveUp(failure({ treatment: 'all' }));
    expect(other.failure).toBeDefined();
  });
});

import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { requestsInWindows } from './requests-in-windows.js';

interface Origin {
  readonly id: number;
  readonly task: string;
  readonly document: number;
  readonly sharedPrefix: number;
}

/** `count` requests, four a document. */
function origins(count: number): Origin[] {
  return Array.from({ length: count }, (_, id) => ({
    id,
    task: 'task',
    document: Math.floor(id / 4),
    sharedPrefix: 0,
  }));
}

async function windows(requests: AsyncIterable<Origin>, byDocument = false, signal?: AbortSignal): Promise<number[][]> {
  const all: number[][] = [];
  for await (const window of requestsInWindows(requests, { byDocument, signal })) all.push(window.map(({ id }) => id));
  return all;
}

async function* streamOf(requests: readonly Origin[], gapAfter?: number): AsyncGenerator<Origin, void, undefined> {
  for (const request of requests) {
    yield request;
    if (request.id === gapAfter) await setTimeout(100);
  }
}

describe('requestsInWindows', () => {
  it('keeps all requests in order, in windows that grow and end where documents end', async () => {
    const found = await windows(streamOf(origins(1002)));
    expect(found.flat()).toEqual(origins(1002).map(({ id }) => id));
    expect(found.map((window) => window.length)).toEqual([32, 128, 512, 330]);
    expect(await windows(streamOf(origins(34)))).toHaveLength(2);
  });

  it('takes a window as it is when no more requests come', async () => {
    expect((await windows(streamOf(origins(12), 5))).map((window) => window.length)).toEqual([6, 6]);
  });

  it('waits for a whole document when asked to', async () => {
    expect((await windows(streamOf(origins(10), 5), true)).map((window) => window.length)).toEqual([4, 4, 2]);
  });

  it('ends with the reason of the signal while it waits', async () => {
    const abort = new AbortController();
    const endless = (async function* (): AsyncGenerator<Origin, void, undefined> {
      yield* origins(1);
      await new Promise(() => undefined);
    })();
    const waiting = windows(endless, true, abort.signal);
    abort.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });

  it('passes on what the source throws', async () => {
    const broken = (async function* (): AsyncGenerator<Origin, void, undefined> {
      yield* origins(2);
      throw new Error('broken');
    })();
    await expect(windows(broken)).rejects.toThrow('broken');
  });
});

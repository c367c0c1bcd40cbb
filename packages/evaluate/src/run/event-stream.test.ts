import { expect, it } from 'vitest';
import { eventStream } from './event-stream.js';

it('yields events in order and returns the result', async () => {
  const stream = eventStream<number, string>(async (emit) => {
    emit(1);
    await Promise.resolve();
    emit(2);
    return 'done';
  });
  expect(await stream.next()).toEqual({ done: false, value: 1 });
  expect(await stream.next()).toEqual({ done: false, value: 2 });
  expect(await stream.next()).toEqual({ done: true, value: 'done' });
});

it('throws an error of the work after the events before it', async () => {
  const stream = eventStream<number, never>(async (emit) => {
    emit(1);
    throw new Error('broken');
  });
  expect(await stream.next()).toEqual({ done: false, value: 1 });
  await expect(stream.next()).rejects.toThrow('broken');
});

it('aborts the work when the reader leaves early, and waits for its end', async () => {
  const steps: string[] = [];
  const stream = eventStream<number, void>(async (emit, abandoned) => {
    emit(1);
    await new Promise<void>((resolve) => {
      abandoned.addEventListener('abort', () => setImmediate(resolve));
    });
    steps.push('work ended');
  });
  for await (const event of stream) if (event === 1) break;
  expect(steps).toEqual(['work ended']);
});

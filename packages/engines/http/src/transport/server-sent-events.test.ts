import { expect, it } from 'vitest';
import { serverSentEvents } from './server-sent-events.js';

async function* bytesOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

it.each([1, 3, 1000])('gives whole events however the bytes are cut (%i at a time)', async (size) => {
  const text = ': comment\r\n\r\ndata: {"a":1}\r\n\r\nevent: ping\ndata: one\ndata: two é😀\n\ndata: unfinished';
  const events = [];
  for await (const event of serverSentEvents(bytesOf(text, size))) events.push(event);
  expect(events).toEqual([
    { event: undefined, data: '{"a":1}' },
    { event: 'ping', data: 'one\ntwo é😀' },
  ]);
});

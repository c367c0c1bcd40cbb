import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnderstudyError } from '@understudy/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeSafetensors } from '../testing/write-checkpoint.js';
import { readSafetensors } from './read-safetensors.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'safetensors-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(bytes: Uint8Array): string {
  const path = join(folder, 'model.safetensors');
  writeFileSync(path, bytes);
  return path;
}

/** The code of the error about the data of a file. */
function codeFor(bytes: Uint8Array): string {
  try {
    readSafetensors(written(bytes));
  } catch (error) {
    return UnderstudyError.isInstance(error) && error.party === 'data' ? error.code : String(error);
  }
  return 'no error';
}

const weights = { a: [2, 3], b: [], c: [0, 4], d: [4] };
const whole = encodeSafetensors(weights);
const headerBytes = 8 + Number(whole.readBigUInt64LE());

describe('readSafetensors', () => {
  it('tells where each tensor lies', () => {
    const { tensors, sizeBytes } = readSafetensors(written(whole));
    expect(sizeBytes).toBe(whole.length);
    expect(tensors.find(({ name }) => name === 'a')).toEqual({
      name: 'a',
      dtype: 'F32',
      shape: [2, 3],
      path: join(folder, 'model.safetensors'),
      offset: headerBytes,
      sizeBytes: 24,
    });
    expect(tensors.map(({ name, offset }) => [name, offset - headerBytes])).toEqual([
      ['a', 0],
      ['b', 24],
      ['c', 28],
      ['d', 28],
    ]);
  });

  it('refuses a file that is cut anywhere, or goes on', () => {
    for (let length = 0; length < whole.length; length += 1) {
      expect(codeFor(whole.subarray(0, length))).toBe('safetensors-truncated');
    }
    expect(codeFor(Buffer.concat([whole, Buffer.alloc(1)]))).toBe('safetensors-bounds');
  });

  it.each([
    ['an error page', Buffer.from('<!DOCTYPE html><html><body>Not found</body></html>'), 'safetensors-truncated'],
    ['a header that is no JSON', damaged((text) => text.replace('{', '[')), 'safetensors-header'],
    ['a header that is a list', damaged((text) => '[]'.padEnd(text.length)), 'safetensors-header'],
    ['a header that is not UTF-8', damagedByte(0xff), 'safetensors-header'],
    ['an unknown type', changed({ dtype: 'Q4' }), 'safetensors-tensor'],
    ['no type', changed({ dtype: undefined }), 'safetensors-tensor'],
    ['a negative length', changed({ shape: [-2, -3] }), 'safetensors-tensor'],
    ['a broken length', changed({ shape: [1.5, 4] }), 'safetensors-tensor'],
    ['lengths beyond all numbers', changed({ shape: [2 ** 52, 2 ** 52] }), 'safetensors-tensor'],
    ['one offset', changed({ data_offsets: [0] }), 'safetensors-tensor'],
    ['other offsets than the shape', changed({ data_offsets: [0, 20] }), 'safetensors-tensor'],
    ['an entry that is no object', encodeSafetensors(weights, { a: 3 }), 'safetensors-tensor'],
    ['offsets out of order', changed({ data_offsets: [24, 0] }), 'safetensors-tensor'],
    ['tensors that overlap', overlapping(), 'safetensors-bounds'],
    ['a hole', encodeSafetensors({ ...weights, a: [2, 4] }, { a: entry({}) }), 'safetensors-bounds'],
    [
      'offsets beyond the file',
      encodeSafetensors({ a: [2, 3] }, { b: entry({ data_offsets: [24, 48] }) }),
      'safetensors-truncated',
    ],
  ])('refuses %s', (_what, bytes, code) => {
    expect(codeFor(bytes)).toBe(code);
  });

  it('says who must act where there is no file', () => {
    expect(() => readSafetensors(join(folder, 'none.safetensors'))).toThrow(
      expect.objectContaining({ code: 'safetensors-not-readable', party: 'user' }),
    );
  });
});

function entry(changes: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24], ...changes };
}

/** The file with another entry for its first tensor. */
function changed(changes: Readonly<Record<string, unknown>>): Buffer {
  return encodeSafetensors(weights, { a: entry(changes) });
}

function overlapping(): Buffer {
  return encodeSafetensors({ a: [2, 3], d: [4] }, { d: { dtype: 'F32', shape: [10], data_offsets: [0, 40] } });
}

/** The file with another text of the same length for its header. */
function damaged(change: (text: string) => string): Buffer {
  const text = whole.toString('utf8', 8, headerBytes);
  return Buffer.concat([whole.subarray(0, 8), Buffer.from(change(text)), whole.subarray(headerBytes)]);
}

function damagedByte(byte: number): Buffer {
  const bytes = Buffer.from(whole);
  bytes[12] = byte;
  return bytes;
}

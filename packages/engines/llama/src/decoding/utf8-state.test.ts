import { isUtf8 } from 'node:buffer';
import { assert, constantFrom, array, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8After, WHOLE } from './utf8-state.js';

describe('utf8After', () => {
  it('ends between characters for valid UTF-8 and nothing else', () => {
    const leads = constantFrom(
      0x41,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
    );
    const bytes = array(leads, { maxLength: 5 }).map((values) => Uint8Array.from(values));
    for (const sequences of [bytes, uint8Array({ maxLength: 4 })]) {
      assert(
        property(sequences, (sequence) => {
          expect(utf8After(WHOLE, sequence)?.missing === 0).toBe(isUtf8(sequence));
        }),
        { numRuns: 5000 },
      );
    }
  });

  it('goes on where a character was cut', () => {
    const [smile] = [Buffer.from('😀')];
    const half = utf8After(WHOLE, smile.subarray(0, 2));
    expect(half).toMatchObject({ missing: 2 });
    expect(utf8After(half!, smile.subarray(2))).toEqual(WHOLE);
    expect(utf8After(half!, Buffer.from('a'))).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { cutAtStops, settledLength, StopFinder } from './stop-strings.js';

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('stop strings', () => {
  it('are found across pieces, and across the bytes of a character', () => {
    const finder = new StopFinder(['', 'end。']);
    const pieces = [bytes('the e'), bytes('nd'), bytes('。').subarray(0, 2), bytes('。').subarray(2)];
    expect(pieces.map((piece) => finder.add(piece))).toEqual([false, false, false, true]);
  });

  it('cut one after the other, as the reference harness does', () => {
    expect(cutAtStops('ab.c,d\n', ['\n', '.', ','])).toBe('ab');
    expect(cutAtStops('abXc', ['X', 'bX'])).toBe('ab');
    expect(cutAtStops('abXc', ['bX', 'X'])).toBe('a');
    expect(cutAtStops('abc', ['', 'x'])).toBe('abc');
  });

  it('hold back what may still become one, and an unfinished character', () => {
    expect(settledLength('the en', ['end', 'nX'])).toBe(4);
    expect(settledLength('the end', ['ending'])).toBe(4);
    expect(settledLength('the', ['end'])).toBe(2);
    expect(settledLength('caf\ufffd', [])).toBe(3);
  });
});

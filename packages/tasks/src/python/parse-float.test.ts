import { describe, expect, it } from 'vitest';
import { parsePythonFloat } from './parse-float.js';

describe('parsePythonFloat', () => {
  it.each([
    [' 1e5\u00a0', 100000],
    ['1_000.5_0', 1000.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1.e5', 100000],
    ['nan', Number.NaN],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['+inf', Number.POSITIVE_INFINITY],
    ['٣.٤', 3.4],
    ['１２', 12],
  ])('reads %j as float() does', (text, expected) => {
    expect(parsePythonFloat(text)).toBe(expected);
  });

  it.each(['', '.', '1__0', '_1', '1_', '0x10', '1e', '1,000', '--1', '½', 'infinit'])(
    'gives nothing for %j, which float() refuses',
    (text) => {
      expect(parsePythonFloat(text)).toBeUndefined();
    },
  );
});

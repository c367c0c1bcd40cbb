import { array, assert, constantFrom, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { topTokens } from './top-tokens.js';

it('gives the highest values in order, the first of equal ones first, and none that is impossible', () => {
  const rows = array(constantFrom(-Infinity, -3, -1, 0, 0.5, 2, 7), { maxLength: 40 });
  assert(
    property(rows, integer({ min: 1, max: 10 }), (row, count) => {
      const expected = row
        .map((value, token) => ({ token, value }))
        .filter(({ value }) => value > -Infinity)
        .toSorted((a, b) => b.value - a.value)
        .slice(0, count);
      expect(topTokens(Float32Array.from(row), count)).toEqual(expected);
    }),
  );
});

import { assert, bigInt, constantFrom, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedRange } from './digit-range.js';

/** GBNF of ranges, read as a regular expression: literals, classes, repetition and alternatives are all it has. */
function asPattern(gbnf: string): RegExp {
  const source = gbnf.replaceAll(/"([^"]*)"/g, (_, text: string) => text.replaceAll('.', '\\.')).replaceAll(' ', '');
  return new RegExp(`^(?:${source})$`);
}

describe('a range of numbers', () => {
  it('has the numbers of the range and no others', () => {
    const limits = bigInt({ min: -1200n, max: 1200n });
    assert(
      property(tuple(limits, limits), ([a, b]) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const pattern = asPattern(signedRange(low, high, 0));
        for (let number = -1300n; number <= 1300n; number += 1n) {
          expect(pattern.test(String(number))).toBe(number >= low && number <= high);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has decimals of one length', () => {
    const limits = bigInt({ min: -3000n, max: 3000n });
    assert(
      property(tuple(limits, limits, constantFrom(1, 2, 3)), ([a, b, decimals]) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const pattern = asPattern(signedRange(low, high, decimals));
        for (let units = -3100n; units <= 3100n; units += 7n) {
          const text = (Number(units) / 10 ** decimals).toFixed(decimals);
          expect(pattern.test(text)).toBe(units >= low && units <= high);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('knows large numbers, and writes no leading zero', () => {
    const pattern = asPattern(signedRange(98n, 10n ** 15n, 0));
    expect(['98', '99', '100', '999999999999999', '1000000000000000'].every((text) => pattern.test(text))).toBe(true);
    expect(['97', '098', '1000000000000001', '-98'].some((text) => pattern.test(text))).toBe(false);
  });
});

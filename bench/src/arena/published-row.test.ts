import { describe, expect, test } from 'vitest';
import { isReproduced, worstValue, type PublishedRow } from './published-row.js';

function row(precision: PublishedRow['precision'], ...pairs: readonly (readonly [number, number])[]): PublishedRow {
  const values = pairs.map(([theirs, ours], at) => ({ of: String(at), theirs, ours }));
  return { data: 'd', what: 'w', authority: 'published', precision, values };
}

describe('a published row is reproduced', () => {
  test.each([
    [row({ decimals: 2 }, [0.66, 0.6597]), true],
    [row({ decimals: 2 }, [0.66, 0.6549]), false],
    [row({ decimals: 0 }, [886, 886]), true],
    [row({ decimals: 0 }, [886, 887]), false],
    [row({ relative: 1e-12 }, [1004.0562423948679, 1004.056242394868]), true],
    [row({ relative: 1e-12 }, [1004.0562423948679, 1004.0562424]), false],
    [row({ decimals: 2 }, [0.5, 0.5], [0.5, 0.6]), false],
    [row({ decimals: 2 }, [0.5, Number.NaN]), false],
    [row({ decimals: 2 }), false],
  ])('to its digits or not (%#)', (published, expected) => {
    expect(isReproduced(published)).toBe(expected);
  });

  test('and shown by the value that differs most', () => {
    expect(worstValue(row({ decimals: 2 }, [0.5, 0.5], [0.5, 0.6], [0.5, 0.51]))?.of).toBe('1');
  });
});

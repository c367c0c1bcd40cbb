import { describe, expect, it } from 'vitest';
import { uniqueTokens } from './unique-tokens.js';

describe('uniqueTokens', () => {
  it('counts a shared beginning once', () => {
    // 1 2 3, with 4 and 5 6 behind it: depths 1 to 3, 4, 4, 5.
    expect(
      uniqueTokens([
        [1, 2, 3, 4],
        [1, 2, 3, 5, 6],
      ]),
    ).toEqual({ tokens: 6, meanContext: 19 / 6 });
  });

  it('counts a sequence once, and one that goes on from another only where it does', () => {
    expect(uniqueTokens([[7, 8], [7, 8], [7]]).tokens).toBe(2);
  });

  it('counts nothing where there is nothing', () => {
    expect(uniqueTokens([])).toEqual({ tokens: 0, meanContext: 0 });
  });
});

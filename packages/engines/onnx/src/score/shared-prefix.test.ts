import { describe, expect, it } from 'vitest';
import { scoreDocument } from './score-document.js';
import { isWorthwhile, sharedPrefix } from './shared-prefix.js';

const range = (start: number, length: number) => Array.from({ length }, (_, i) => start + i);

function documentOf(context: readonly number[], hint = 0) {
  const sequence = { id: 0, tokens: Int32Array.from([...context, 1, 2]), contextLength: context.length };
  return scoreDocument('task', hint, [sequence]);
}

describe('sharedPrefix', () => {
  it('is what the documents share, one context token left over', () => {
    const documents = [documentOf([...range(0, 40), 90, 91]), documentOf([...range(0, 40), 92, 93])];
    expect([...sharedPrefix(documents)]).toEqual(range(0, 40));
    const same = [documentOf(range(0, 40)), documentOf(range(0, 40))];
    expect([...sharedPrefix(same)]).toEqual(range(0, 39));
  });

  it('is not shortened by a stranger, nor lengthened by two that are alike', () => {
    const shared = range(0, 40);
    const twins = [documentOf([...shared, 90, 91, 92]), documentOf([...shared, 90, 91, 93])];
    const others = [documentOf([...shared, 94, 95]), documentOf([...shared, 96, 97]), documentOf(range(200, 50))];
    expect([...sharedPrefix([...twins, ...others])]).toEqual(shared);
  });

  it('is no longer than the hint', () => {
    const documents = [documentOf(range(0, 60), 40), documentOf(range(0, 60), 40)];
    expect(sharedPrefix(documents)).toHaveLength(40);
  });

  it('is empty for one document, for few tokens, and where it is a small part of the documents', () => {
    expect(sharedPrefix([documentOf(range(0, 60))])).toHaveLength(0);
    expect(sharedPrefix([documentOf([1, 2, 3, 4]), documentOf([1, 2, 3, 5])])).toHaveLength(0);
    const long = [documentOf([...range(0, 20), ...range(100, 300)]), documentOf([...range(0, 20), ...range(500, 300)])];
    expect(sharedPrefix(long)).toHaveLength(0);
    expect(isWorthwhile(20, long)).toBe(false);
  });
});

describe('scoreDocument', () => {
  it('lets a prefix reach to what all sequences share and none scores', () => {
    const first = { id: 0, tokens: Int32Array.of(1, 2, 3, 4, 5), contextLength: 4 };
    const second = { id: 1, tokens: Int32Array.of(1, 2, 9, 4, 5), contextLength: 4 };
    expect([...scoreDocument('t', 0, [first]).head]).toEqual([1, 2, 3]);
    expect([...scoreDocument('t', 0, [first, second]).head]).toEqual([1, 2]);
  });
});

import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from './word-diff.js';

const shown = (first: string, second: string): string =>
  wordDiff(first, second)
    .map(({ side, text }) => (side === 'both' ? text : side === 'first' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

describe('wordDiff', () => {
  it('finds the words that differ', () => {
    expect(shown('The answer is 18.', 'The answer is 19.')).toBe('The answer is [-18-]{+19+}.');
    expect(shown('a b c', 'a c')).toBe('a [-b -]c');
    expect(shown('', 'new')).toBe('{+new+}');
    expect(shown('same', 'same')).toBe('same');
    expect(shown('答案是十八', '答案是十九')).toBe('答案是十[-八-]{+九+}');
  });

  it('keeps both texts whole', () => {
    const words = array(constantFrom('a', 'b', ' ', '.', '\n', '中', '😀')).map((parts) => parts.join(''));
    assert(
      property(words, words, (first, second) => {
        const pieces = wordDiff(first, second);
        const side = (other: string) =>
          pieces
            .filter((piece) => piece.side !== other)
            .map(({ text }) => text)
            .join('');
        expect([side('second'), side('first')]).toEqual([first, second]);
      }),
    );
  });

  it('finds no more differences than there are', () => {
    const letters = array(constantFrom('a', 'b', 'c'), { maxLength: 8 });
    assert(
      property(letters, letters, (first, second) => {
        const same = wordDiff(commaText(first), commaText(second))
          .filter(({ side }) => side === 'both')
          .reduce((sum, piece) => sum + piece.text.length, 0);
        expect(same).toBe(longestCommon(Array.from(commaText(first)), Array.from(commaText(second))));
      }),
    );
  });

  it('gives up on texts that have too little in common', () => {
    const first = Array.from({ length: 1500 }, (_, n) => `a${n}`).join(' ');
    const second = Array.from({ length: 1500 }, (_, n) => `b${n}`).join('\n');
    expect(wordDiff(first, second).map(({ side }) => side)).toEqual(['first', 'second']);
  });
});

/** Letters that do not join to words. */
const commaText = (letters: readonly string[]): string => letters.map((letter) => `${letter},`).join('');

/** Length of the longest common subsequence, by the table that textbooks have. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const one of a) {
    const next = [0];
    for (const [at, other] of b.entries()) {
      next.push(one === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

import { describe, expect, it } from 'vitest';
import { readTextVerdict } from './read-text-verdict.js';

const read = (text: string, finishReason: 'end' | 'length' | 'filtered' = 'end') => {
  const { state, verdict } = readTextVerdict({ mode: 'pairwise', text, finishReason });
  return verdict ?? state;
};
const rate = (text: string) => {
  const { state, score } = readTextVerdict({ mode: 'single', text, finishReason: 'end' });
  return score ?? state;
};

describe('a verdict in brackets', () => {
  it.each([
    ['A is right.\n[[A]]', 'first'],
    ['B is right.\n\n**[[ b ]]**\n', 'second'],
    ['Both are right.\n[[TIE]]', 'tie'],
    ['Both are right.\n[[C]]', 'tie'],
    ['[[A]]\nbecause B is wrong.', 'first'],
    ['A much better one.\n[[A>>B]]', 'first_much'],
    ['[[A<B]]', 'second'],
  ])('is read: %j', (text, verdict) => {
    expect(read(text)).toBe(verdict);
  });

  it('is the last line that has one, so that what a judge quotes of an answer does not count', () => {
    expect(read('Answer B ends with "[[B]]", which is no merit.\nA is correct.\n[[A]]')).toBe('first');
  });

  it.each([
    ['none at all', 'Both are fine answers.'],
    ['two on the last line', 'I would say [[A]] or [[B]].'],
    ['two that contradict each other, and none at the end', 'My verdict: [[A]]\nAnswer B says [[B]].\nThat was all.'],
    ['single brackets', 'The verdict is [A].'],
    ['another label', 'The verdict is [[D]].'],
    ['one in a thought that does not end', '<think>Perhaps [[A]]'],
  ])('is never guessed from %s', (_, text) => {
    expect(read(text)).toBe('unparsed');
  });

  it('behind a thought counts, not the one in it', () => {
    expect(read('<think>[[A]] at first sight.</think>\n[[B]]')).toBe('second');
  });

  it('of a reply that was cut does not count: the last word was not said', () => {
    expect(read('Answer A contains [[B]], a trick,', 'length')).toBe('unparsed');
  });

  it.each(["I'm sorry, but I can't compare these.", 'I cannot help with this.', '抱歉，我无法评价。'])(
    'that is declined is a state of its own: %s',
    (text) => {
      expect(read(text)).toBe('refused');
    },
  );

  it('withheld by a filter is declined, and one given in spite of an excuse counts', () => {
    expect(read('[[A]]', 'filtered')).toBe('refused');
    expect(read("I'm sorry to say that both are weak.\n[[B]]")).toBe('second');
  });
});

describe('a rating in brackets', () => {
  it.each([
    ['Good.\n[[7]]', 7],
    ['Good.\nRating: [[7.5]]', 7.5],
    ['Good.\n[[8/10]]', 8],
    ['Perfect.\n[[10]]', 10],
  ])('is read: %j', (text, score) => {
    expect(rate(text)).toBe(score);
  });

  it.each(['[[0]]', '[[11]]', '[[-3]]', '[[A]]', '7/10'])('is not %s', (text) => {
    expect(rate(text)).toBe('unparsed');
  });
});

import { expect, it } from 'vitest';
import { isShare } from './is-share.js';

const column = (metric: string, value: number, changes: { isProportion?: boolean; higherIsBetter?: boolean } = {}) => ({
  isProportion: false,
  higherIsBetter: true,
  setting: { metric },
  measurements: [{ value: 0 }, { value }],
  ...changes,
});

it.each([
  ['right answers', column('extracted_acc', 0.4, { isProportion: true }), true],
  ['graded answers', column('f1', 0.4), true],
  ['percentages under a name of shares', column('f1', 40), false],
  ['a perplexity', column('word_perplexity', 0.9), false],
  ['an error rate', column('acc', 0.4, { higherIsBetter: false }), false],
])('of %s: shares to be averaged or not', (_name, measured, expected) => {
  expect(isShare(measured)).toBe(expected);
});

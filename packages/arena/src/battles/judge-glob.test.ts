import { expect, test } from 'vitest';
import { matchNames } from './judge-glob.js';

test.each([
  ['expert_*', ['expert_1', 'expert_']],
  ['expert_?', ['expert_1']],
  ['expert_*,author.1', ['expert_1', 'expert_', 'author.1']],
  ['!expert_*', ['author.1', 'author_1', 'ä😀']],
  ['*_*, !expert_1', ['expert_', 'author_1']],
  ['ä?', ['ä😀']],
  ['author.1', ['author.1']],
])('%s chooses %s', (patterns, chosen) => {
  const names = ['expert_1', 'expert_', 'author.1', 'author_1', 'ä😀'];
  expect(names.filter(matchNames(patterns)).sort()).toEqual([...chosen].sort());
});

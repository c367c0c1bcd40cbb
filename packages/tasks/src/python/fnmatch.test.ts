import { describe, expect, it } from 'vitest';
import { fnmatchPattern } from './fnmatch.js';

// Expected values were printed by fnmatch.fnmatchcase of CPython 3.11.
describe('fnmatchPattern', () => {
  it.each([
    ['mmlu*', 'mmlu_anatomy', true],
    ['mmlu*', 'Mmlu', false],
    ['?mlu', 'mmlu', true],
    ['[am]*', 'arc_easy', true],
    ['[!a]*', 'arc_easy', false],
    ['a[[]b]', 'a[b]', true],
    ['a[b', 'a[b', true],
    ['x[]]y', 'x]y', true],
    ['a[!b-z]b', 'a-b', true],
    ['a[a-z-]b', 'a-b', true],
    ['a.b', 'a-b', false],
    ['', '', true],
  ])('%j on %j is %j', (pattern, name, expected) => {
    expect(fnmatchPattern(pattern).test(name)).toBe(expected);
  });
});

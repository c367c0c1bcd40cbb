import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePythonLiteral } from './parse-literal.js';
import { pythonRepr } from './python-repr.js';
import type { PythonValue } from './python-value.js';

describe('parsePythonLiteral', () => {
  // Expected values were printed by ast.literal_eval of CPython 3.11.
  it.each([
    [
      '[1, -2.5, +3, .5, 5., 1e5, 1_000, 0x1F, None, True, False,]',
      [1, -2.5, 3, 0.5, 5, 100000, 1000, 31, null, true, false],
    ],
    [`{'a': 1, "b": ['x', 'y'],}`, { a: 1, b: ['x', 'y'] }],
    [`[('a',), ('a'), (1, 2), (), [], {}]`, [['a'], 'a', [1, 2], [], [], {}]],
    [`'a' "b"\n'c'`, 'abc'],
    [`'it\\'s \\n \\x41 \\u00e9 \\U0001F600 \\101 \\q \\\\'`, "it's \n A é 😀 A \\q \\"],
    [`[r'\\n', '''a\nb''', u"c"]`, ['\\n', 'a\nb', 'c']],
    ['[1,\n 2, # comment\n 3]', [1, 2, 3]],
    ['12345678901234567890', 12345678901234567890n],
  ])('reads %s', (text, expected) => {
    expect(parsePythonLiteral(text)).toEqual(expected);
  });

  it('reads back what pythonRepr writes', () => {
    const value = fc.letrec<{ tree: PythonValue }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, true, false),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: 0.001, max: 1e15 }),
        fc.maxSafeInteger(),
        fc.string({ unit: 'binary' }),
        fc.array(tie('tree')),
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          tie('tree'),
          { noNullPrototype: true },
        ),
      ),
    })).tree;
    fc.assert(
      fc.property(value, (item) => {
        expect(parsePythonLiteral(pythonRepr(item))).toEqual(item);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['', '[1', "'abc", '[1 2]', 'foo()', '{1: 2}', "{'a' 1}", '[1], 2', "'a\nb'"])('refuses %j', (text) => {
    expect(() => parsePythonLiteral(text)).toThrow('Cannot read a Python literal');
  });
});

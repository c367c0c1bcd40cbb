import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pythonJson } from './python-json.js';
import type { PythonValue } from './python-value.js';

describe('pythonJson', () => {
  it('prints floats, large numbers and constants as json.dumps does', () => {
    const fields = [
      { name: 'x', shape: { kind: 'float' } },
      { name: 'xs', shape: { kind: 'list', item: { kind: 'float' } } },
    ] as const;
    const row = { x: 1, xs: [1e-5, 1e16, Number.NaN, Number.POSITIVE_INFINITY], n: 9007199254740993n, empty: [{}, []] };
    expect(pythonJson(row, { indent: 2, shape: { kind: 'dict', fields } })).toBe(
      '{\n  "x": 1.0,\n  "xs": [\n    1e-05,\n    1e+16,\n    NaN,\n    Infinity\n  ],\n' +
        '  "n": 9007199254740993,\n  "empty": [\n    {},\n    []\n  ]\n}',
    );
  });

  it('separates with a comma and a space, and a colon and a space, on one line', () => {
    expect(pythonJson({ a: [1, 'é"\n'], b: null, c: true })).toBe('{"a": [1, "é\\"\\n"], "b": null, "c": true}');
  });

  it('equals JSON.stringify where no number is special', () => {
    const value = fc.letrec<{ tree: PythonValue }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, true, false, 0, -7, 0.25, 1234567),
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('tree')),
        fc.dictionary(fc.string({ unit: 'grapheme' }), tie('tree')),
      ),
    })).tree;
    fc.assert(
      fc.property(value, (item) => {
        expect(pythonJson(item, { indent: 2 })).toBe(JSON.stringify(item, null, 2));
      }),
      { numRuns: 50 },
    );
  });
});

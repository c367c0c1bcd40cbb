import { describe, expect, it } from 'vitest';
import { floatRepr } from './float-repr.js';
import { pythonRepr, pythonStr } from './python-repr.js';

// Expected values were printed by CPython 3.11.
describe('floatRepr', () => {
  it.each([
    [1, '1.0'],
    [-0, '-0.0'],
    [0.1, '0.1'],
    [-12345.678, '-12345.678'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [0.000012345, '1.2345e-05'],
    [1e15, '1000000000000000.0'],
    [9007199254740992, '9007199254740992.0'],
    [1e16, '1e+16'],
    [1.5e16, '1.5e+16'],
    [1e100, '1e+100'],
    [5e-324, '5e-324'],
    [1e22, '1e+22'],
    [Number.NaN, 'nan'],
    [Number.NEGATIVE_INFINITY, '-inf'],
  ])('prints %d as %s', (value, expected) => {
    expect(floatRepr(value)).toBe(expected);
  });
});

describe('pythonRepr', () => {
  it('chooses quotes as Python does', () => {
    expect(pythonRepr(["it's", 'say "hi" it\'s', 'say "hi"', ''])).toBe(`["it's", 'say "hi" it\\'s', 'say "hi"', '']`);
  });

  it('escapes what is not printable', () => {
    expect(pythonRepr('a\u00a0b\t\n\r\\\u0000\u007f\u00ad\u2028\u3000\ufeff\u{e0001}é😀')).toBe(
      "'a\\xa0b\\t\\n\\r\\\\\\x00\\x7f\\xad\\u2028\\u3000\\ufeff\\U000e0001é😀'",
    );
  });

  it('prints constants, numbers and dictionaries', () => {
    expect(pythonRepr({ a: null, b: [true, false], c: 3, d: 0.5, e: 12345678901234567890n })).toBe(
      "{'a': None, 'b': [True, False], 'c': 3, 'd': 0.5, 'e': 12345678901234567890}",
    );
  });

  it('prints a whole number as a float where its column is one', () => {
    expect(pythonRepr([1, 2], { kind: 'list', item: { kind: 'float' } })).toBe('[1.0, 2.0]');
  });

  it('keeps the key order of the columns, also for keys that look like numbers', () => {
    const other = { kind: 'other' } as const;
    const shape = { kind: 'dict', fields: ['b', '1'].map((name) => ({ name, shape: other })) } as const;
    expect(pythonRepr({ '1': 'x', b: 'y', z: 'w' }, shape)).toBe("{'b': 'y', '1': 'x', 'z': 'w'}");
  });
});

describe('pythonStr', () => {
  it('leaves strings alone', () => {
    expect(pythonStr("it's")).toBe("it's");
    expect(pythonStr(3)).toBe('3');
    expect(pythonStr(null)).toBe('None');
  });
});

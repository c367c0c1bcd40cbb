import { expect, it } from 'vitest';
import { parsePythonJson } from './parse-python-json.js';

it('reads the numbers that only Python writes, and leaves their names in texts alone', () => {
  const text = '{"a": NaN, "b": [-Infinity, Infinity], "c": "NaN and \\"Infinity\\"", "d": 1.5}';
  expect(parsePythonJson(text, 'x')).toEqual({
    a: Number.NaN,
    b: [-Infinity, Infinity],
    c: 'NaN and "Infinity"',
    d: 1.5,
  });
});

it('names the place of what is no JSON', () => {
  for (const text of ['{"a": 1', '{"a": NaN', '']) {
    expect(() => parsePythonJson(text, 'file, line 7')).toThrow(/^file, line 7 is not JSON/);
  }
});

import { expect, it } from 'vitest';
import { rawMembers } from './raw-members.js';

it('gives each member as it is written', () => {
  const text =
    '{"doc_id": 1.0, "doc": {"a": [1, {"b": "}, \\"x\\": {"}], "c": 1e-05}, "target": "a: b, c", "n": NaN,\n  "e": []}';
  expect([...rawMembers(text)]).toEqual([
    ['doc_id', '1.0'],
    ['doc', '{"a": [1, {"b": "}, \\"x\\": {"}], "c": 1e-05}'],
    ['target', '"a: b, c"'],
    ['n', 'NaN'],
    ['e', '[]'],
  ]);
});

it('finds nothing in an empty object', () => {
  expect([...rawMembers('{}')]).toEqual([]);
});

import { expect, it } from 'vitest';
import { readCursor, writeCursor } from './cursor.js';

it.each([0, -0.1, 1e-300, -1.7976931348623157e308, Infinity, -Infinity, undefined])(
  'reads back what it wrote: %s',
  (key) => {
    for (const side of ['behind', 'before'] as const) {
      const cursor = { side, document: 1234, key };
      expect(readCursor(writeCursor(cursor, true), true)).toEqual(cursor);
    }
  },
);

it('reads a document’s number where samples are in the order of documents', () => {
  for (const side of ['behind', 'before'] as const) {
    const cursor = { side, document: 41, key: undefined };
    expect(readCursor(writeCursor(cursor, false), false)).toEqual(cursor);
  }
  expect(readCursor('41', false)).toMatchObject({ side: 'behind', document: 41 });
  expect(readCursor('<41', false)).toMatchObject({ side: 'before', document: 41 });
});

it.each([
  ['', false],
  ['x', false],
  ['-1', false],
  ['<', false],
  ['<<41', false],
  ['41<', false],
  ['41:0.5', false],
  ['41', true],
  ['41:1e', true],
  ['41:NaN', true],
  ['99999999999:1', true],
] as const)('refuses %j (sorted: %s)', (text, isSorted) => {
  expect(() => readCursor(text, isSorted)).toThrow(expect.objectContaining({ code: 'cursor-malformed' }));
});

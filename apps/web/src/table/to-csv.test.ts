import { expect, test } from 'vitest';
import { toCsv } from './to-csv.js';

test('numbers stay numbers, what is missing is empty, quotes and commas are quoted', () => {
  expect(
    toCsv(
      ['model', 'rating'],
      [
        ['a "b", c', -12.5],
        ['d', null],
      ],
    ),
  ).toBe('model,rating\r\n"a ""b"", c",-12.5\r\nd,\r\n');
});

test('a text that a spreadsheet would run stays a text', () => {
  expect(toCsv(['x'], [['=HYPERLINK("https://example.org")'], ['-cmd'], ['@a']])).toBe(
    `x\r\n"'=HYPERLINK(""https://example.org"")"\r\n'-cmd\r\n'@a\r\n`,
  );
});

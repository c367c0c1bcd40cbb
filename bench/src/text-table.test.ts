import { expect, it } from 'vitest';
import { textTable } from './text-table.js';

it('sets columns side by side, and goes on in the next line where a cell is too long', () => {
  const table = textTable({
    head: ['what', 'seen', 'n'],
    rows: [
      ['one', 'a short text', '1'],
      ['two', 'a text that is longer, averyverylongword', '20'],
    ],
    maxWidths: [undefined, 14],
    right: [2],
  });
  expect(table.split('\n')).toEqual([
    'what  seen             n',
    '────  ──────────────  ──',
    'one   a short text     1',
    'two   a text that is  20',
    '      longer,',
    '      averyverylongw',
    '      ord',
  ]);
});

it('keeps the lines of a cell, empty ones too', () => {
  expect(textTable({ head: ['a'], rows: [['one\n\ntwo']] })).toBe('a\n───\none\n\ntwo');
});

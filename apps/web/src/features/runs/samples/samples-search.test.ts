import { expect, it } from 'vitest';
import { readSamplesSearch, samplesQueryOf } from './samples-search.js';

it('keeps what fits', () => {
  const search = {
    column: 'acc,none',
    least: 0,
    largest: 0,
    marks: 'tie,cached',
    sort: 'margin',
    direction: 'ascending',
    cursor: '41:0.5',
  };
  expect(readSamplesSearch(search)).toEqual(search);
  expect(samplesQueryOf(readSamplesSearch(search))).toEqual({ ...search, least: '0', largest: '0' });
});

it('leaves out what does not fit, bounds without a column and a direction without an order', () => {
  expect(
    readSamplesSearch({ least: 1, largest: 'many', marks: 'beautiful', direction: 'ascending', cursor: '' }),
  ).toEqual({});
  expect(readSamplesSearch({ sort: 'margin', direction: 'sideways', cursor: 41 })).toEqual({
    sort: 'margin',
    direction: 'descending',
    cursor: '41',
  });
});

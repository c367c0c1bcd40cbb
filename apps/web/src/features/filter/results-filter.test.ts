import { expect, test } from 'vitest';
import { readResultsFilter } from './results-filter.js';

test('an address keeps what is chosen, and leaves defaults out', () => {
  expect(
    readResultsFilter({
      study: 'st-1',
      aspect: 'writing',
      ties: 'drop',
      method: 'bradley-terry',
      cluster: 'question,annotator',
    }),
  ).toEqual({ study: 'st-1', aspect: 'writing', ties: 'drop', cluster: 'question,annotator' });
});

test('a study whose id reads as a number stays a text', () => {
  expect(readResultsFilter({ study: 42 })).toEqual({ study: '42' });
});

test('what is mistyped or unknown is left out', () => {
  expect(
    readResultsFilter({
      ties: 'half-ish',
      method: 7,
      control: null,
      study: '',
      aspect: 'x'.repeat(101),
      evil: '<script>',
    }),
  ).toEqual({});
});

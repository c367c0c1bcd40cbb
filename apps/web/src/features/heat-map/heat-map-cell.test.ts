import { expect, test } from 'vitest';
import { FEW_VOTES, showCell } from './heat-map-cell.js';

test('a win rate is in per cent, a residual has its sign, a count is whole', () => {
  expect(showCell('actual', 0.634, 40, 100).text).toBe('63%');
  expect(showCell('residual', 1.26, 40, 100).text).toBe('+1.3');
  expect(showCell('residual', -2, 40, 100).text).toBe('\u22122.0');
  expect(showCell('count', 40, 40, 100).text).toBe('40');
});

test('a cell on few votes is hatched, but a prediction does not rest on them', () => {
  expect(showCell('actual', 0.5, FEW_VOTES - 1, 100).isHatched).toBe(true);
  expect(showCell('actual', 0.5, FEW_VOTES, 100).isHatched).toBe(false);
  expect(showCell('predicted', 0.5, 0, 100).isHatched).toBe(false);
});

test('where there is nothing, nothing is shown', () => {
  expect(showCell('actual', null, 0, 0)).toEqual({ text: '', background: null, isHatched: false });
});

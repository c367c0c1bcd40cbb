import { expect, test } from 'vitest';
import { formatBytes, formatSize } from './format-size.js';

test.each([
  [6_738_415_616, '6.74B'],
  [7e9, '7B'],
  [134_515_008, '135M'],
  [1.2e12, '1.2T'],
  [2048, '2.05K'],
  [999_999_999, '1B'],
  [12, '12'],
  [null, '–'],
])('%j weights read %s', (count, text) => {
  expect(formatSize(count)).toBe(text);
});

test.each([
  [512, '512 B'],
  [1536, '1.50 KiB'],
  [14_484_731_904, '13.5 GiB'],
  [200 * 1024 ** 3, '200 GiB'],
  [undefined, '–'],
])('%j bytes read %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

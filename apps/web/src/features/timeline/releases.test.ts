import { expect, test } from 'vitest';
import { testRow } from '../models/testing/test-row.js';
import { releasesBetween, releasesOf } from './releases.js';

const ROWS = [
  testRow('oak-7b', { parameters: 7e9 }),
  testRow('oak-13b', { parameters: 13e9, released: '2023-03' }),
  testRow('oak-2', { released: '2023-07' }),
  testRow('elm', { family: 'elm', familyName: 'Elm', isOpen: false, parameters: null }),
  testRow('undated', { released: null }),
];

test('sizes of one family in one month are one release, with the largest first', () => {
  const releases = releasesOf(ROWS);
  expect(releases.map(({ key, parameters }) => [key, parameters])).toEqual([
    ['2023-03 elm closed', null],
    ['2023-03 oak open', 13e9],
    ['2023-07 oak open', 7e9],
  ]);
  expect(releases[1]?.models.map(({ id }) => id)).toEqual(['oak-13b', 'oak-7b']);
});

test('a range has both its months', () => {
  const keys = releasesBetween(releasesOf(ROWS), { from: '2023-07', to: '2023-07' }).map(({ key }) => key);
  expect(keys).toEqual(['2023-07 oak open']);
  expect(releasesBetween(releasesOf(ROWS), { to: '2023-06' })).toHaveLength(2);
});

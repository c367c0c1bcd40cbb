import { expect, test } from 'vitest';
import { axisDates, placeMonths } from './month-axis.js';

const frame = { from: '2022-11', to: '2023-02', left: 10, width: 700 };

test('months lie side by side over the whole width, each wider by its releases', () => {
  const places = placeMonths(['2023-01', '2023-01', '2022-12'], frame);
  expect(places.map(({ month }) => month)).toEqual(['2022-11', '2022-12', '2023-01', '2023-02']);
  // 1 + 4 + 7 + 1 parts.
  const part = 700 / 13;
  expect(places.map(({ x }) => x)).toEqual([10, 10 + part, 10 + 5 * part, 10 + 12 * part]);
  expect(places.map(({ width }) => width)).toEqual([part, 4 * part, 7 * part, part]);
});

test('wide months are dated, and among narrow ones the beginning of a year; no date covers another', () => {
  const wide = placeMonths([], { ...frame, width: 400 });
  expect(axisDates(wide).every(({ isMonth }) => isMonth)).toBe(true);
  const narrow = placeMonths([], { from: '2019-10', to: '2023-12', left: 0, width: 200 });
  const dates = axisDates(narrow);
  expect(dates.map(({ month }) => month)).toEqual(['2020-01', '2021-01', '2022-01', '2023-01']);
  const crowded = axisDates(placeMonths([], { from: '2019-10', to: '2023-12', left: 0, width: 90 }));
  for (const [at, { x }] of crowded.entries()) expect(x - (crowded[at - 1]?.x ?? -Infinity)).toBeGreaterThanOrEqual(34);
});

import { expect, test } from 'vitest';
import { assignLanes } from './lanes.js';

/** Numbers without a pattern, the same each time. */
const number = (seed: number): number => (seed * 7919 + 104_729) % 997;

test('what overlaps goes into another lane, and a lane is used again where it is free', () => {
  const spans = [
    { from: 0, to: 50 },
    { from: 10, to: 30 },
    { from: 60, to: 90 },
    { from: 40, to: 70 },
  ];
  expect(assignLanes(spans)).toEqual([0, 1, 0, 1]);
});

test('no two marks of one lane overlap, and there are no more lanes than marks at one place', () => {
  const spans = Array.from({ length: 120 }, (_, at) => {
    const from = number(at) / 2;
    return { from, to: from + 20 + (number(at + 500) % 90) };
  });
  const lanes = assignLanes(spans);
  const clashes = spans.flatMap((a, i) =>
    spans.filter((b, j) => i < j && lanes[i] === lanes[j] && a.to > b.from && b.to > a.from),
  );
  expect(clashes).toEqual([]);
  const crowd = ({ from }: { from: number }): number => spans.filter((b) => b.from <= from && b.to + 6 > from).length;
  expect(Math.max(...lanes) + 1).toBe(Math.max(...spans.map(crowd)));
});

import { expect, test } from 'vitest';
import { dotRadius, placeTimeline, TIMELINE_MARGIN } from './timeline-layout.js';

const mark = (month: string, isOpen: boolean, family = 'oak') => ({
  family,
  month,
  isOpen,
  parameters: 7e9,
  details: '',
});
const frame = { width: 1028, from: '2023-01', to: '2023-12' };

test('open stands above, closed below, time from left to right, and nothing in one place', () => {
  const list = [mark('2023-01', true), mark('2023-01', true), mark('2023-07', false), mark('2024-01', true)];
  const { marks } = placeTimeline(list, frame);
  // What is later is left out.
  expect(marks).toHaveLength(3);
  const [first, second, closed] = marks;
  expect(first?.x).toBe(TIMELINE_MARGIN);
  expect([first?.y, second?.y].every((y) => y !== undefined && y > 0)).toBe(true);
  expect(first?.y).not.toBe(second?.y);
  expect(closed?.y).toBeLessThan(0);
  expect(closed?.x).toBeGreaterThan(first?.x ?? Infinity);
});

test('near the right edge a label stands to the left of its mark', () => {
  const { marks } = placeTimeline([mark('2023-12', true, 'x'.repeat(70))], frame);
  expect(marks[0]?.label.anchor).toBe('end');
  expect(marks[0]?.label.x).toBeLessThan(marks[0]?.x ?? 0);
});

test('tenfold sizes grow evenly, and what is not known has a size of its own', () => {
  expect(dotRadius(1e10) - dotRadius(1e9)).toBeCloseTo(dotRadius(1e12) - dotRadius(1e11), 9);
  expect(dotRadius(1e6)).toBe(2);
  expect(dotRadius(null)).toBe(3.5);
});

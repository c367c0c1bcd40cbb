import { expect, it } from 'vitest';
import { type ProgressPoint, rateOf, remainingMs, tokenRate, withPoint } from './progress-rate.js';

const collect = (points: readonly ProgressPoint[]): readonly ProgressPoint[] =>
  points.reduce<readonly ProgressPoint[]>((kept, point) => withPoint(kept, point), []);

it('gives no rate until a second has been watched', () => {
  expect(rateOf([])).toBeNull();
  expect(rateOf(collect([{ at: 0, stored: 5 }]))).toBeNull();
  expect(
    rateOf(
      collect([
        { at: 0, stored: 5 },
        { at: 900, stored: 9 },
      ]),
    ),
  ).toBeNull();
  expect(remainingMs(100, null)).toBeNull();
});

it('goes by the last minute, and by each point once', () => {
  const points = collect([
    { at: 0, stored: 0 },
    { at: 40_000, stored: 4000 },
    { at: 40_000, stored: 4000 },
    { at: 80_000, stored: 4080 },
  ]);
  expect(points).toHaveLength(2);
  expect(rateOf(points)).toBe(2);
  expect(remainingMs(100, 2)).toBe(50_000);
});

it('promises nothing for a run that stands still', () => {
  const rate = rateOf(
    collect([
      { at: 0, stored: 7 },
      { at: 5000, stored: 7 },
    ]),
  );
  expect(rate).toBe(0);
  expect(remainingMs(100, rate)).toBeNull();
});

it('gives tokens a second once the process has told of some', () => {
  expect(tokenRate({ elapsedMs: 5_000, computedTokens: 900 })).toBe(180);
  expect([tokenRate(null), tokenRate({ elapsedMs: 0, computedTokens: 0 })]).toEqual([null, null]);
});

import { expect, it } from 'vitest';
import { newRunId } from './run-id.js';

it('sorts by time', () => {
  const midnight = Date.UTC(2026, 0, 2);
  const times = [midnight - 1, midnight, midnight + 60, midnight + 3_600_000, midnight + 86_399_999];
  const ids = times.map((time) => newRunId(time, () => 0));
  expect(ids).toEqual(['20260101-zzzz00', '20260102-000000', '20260102-000100', '20260102-1i0000', '20260102-zzzz00']);
  expect([...ids].sort()).toEqual(ids);
});

it('ends in two random digits', () => {
  expect(newRunId(0, (max) => max - 1)).toBe('19700101-0000zz');
});

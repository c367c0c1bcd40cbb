import { expect, it } from 'vitest';
import { documentsNeeded } from './documents-needed.js';

it('is the textbook number: 2.4865² · 0.25 / 0.03² for equal models', () => {
  const plan = { variance: 0.25, difference: 0, margin: 0.03, confidence: 0.95 };
  expect(documentsNeeded(plan)).toBe(Math.ceil((2.486475 ** 2 * 0.25) / 0.03 ** 2));
});

it('is smaller where the model is better, and has no end where it lies on the margin', () => {
  const plan = { variance: 0.25, margin: 0.03, confidence: 0.95 };
  expect(documentsNeeded({ ...plan, difference: 0.03 })).toBeLessThan(
    documentsNeeded({ ...plan, difference: 0 }) / 3.9,
  );
  expect(documentsNeeded({ ...plan, difference: -0.06 })).toBe(documentsNeeded({ ...plan, difference: 0 }));
  expect(documentsNeeded({ ...plan, difference: -0.03 })).toBe(Infinity);
});

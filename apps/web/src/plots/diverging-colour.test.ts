import { expect, test } from 'vitest';
import { countColour, divergingColour } from './diverging-colour.js';

const half = { middle: 0.5, reach: 0.5 };

test('the middle is the surface, the ends are the two colours, beyond the ends nothing grows', () => {
  expect(divergingColour(0.5, half)).toContain(' 0%');
  expect(divergingColour(0, half)).toBe('color-mix(in oklab, var(--diverging-low) 62%, var(--surface))');
  expect(divergingColour(1, half)).toBe('color-mix(in oklab, var(--diverging-high) 62%, var(--surface))');
  expect(divergingColour(7, half)).toBe(divergingColour(1, half));
});

test('counts begin at the surface', () => {
  expect(countColour(0, 10)).toContain(' 0%');
  expect(countColour(0, 0)).toContain(' 0%');
  expect(countColour(10, 10)).toContain(' 55%');
});

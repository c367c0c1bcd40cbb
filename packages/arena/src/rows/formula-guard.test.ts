import { expect, it } from 'vitest';
import { guardFormula, unguardFormula } from './formula-guard.js';

it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', "'=1", "''=1"])(
  'guards %j, and takes the guard off again',
  (cell) => {
    expect(guardFormula(cell)).toBe(`'${cell}`);
    expect(unguardFormula(guardFormula(cell))).toBe(cell);
  },
);

it.each(['', 'gpt-4', '-1.5', '+3', '1e-7', "it's", "'quoted'"])('leaves %j as it is', (cell) => {
  expect(guardFormula(cell)).toBe(cell);
  expect(unguardFormula(cell)).toBe(cell);
});

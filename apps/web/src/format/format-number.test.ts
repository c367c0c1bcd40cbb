import { expect, test } from 'vitest';
import {
  formatCost,
  formatCount,
  formatDuration,
  formatInterval,
  formatNumber,
  formatPercent,
  formatPStatement,
  formatPValue,
  formatRanks,
  formatSigned,
} from './format-number.js';

test('a number has a true minus sign, and never a negative zero', () => {
  expect(formatNumber(-12.6)).toBe('\u221213');
  expect(formatNumber(-0.2)).toBe('0');
  expect(formatNumber(0.04999, 2)).toBe('0.05');
  expect(formatNumber(null)).toBe('–');
  expect(formatNumber(Number.NaN)).toBe('–');
});

test('a signed number shows its plus, zero shows none', () => {
  expect(formatSigned(3.2, 1)).toBe('+3.2');
  expect(formatSigned(0.001, 1)).toBe('0.0');
  expect(formatSigned(-1)).toBe('\u22121');
});

test('a share is in per cent', () => {
  expect(formatPercent(0.1234, 1)).toBe('12.3%');
  expect(formatPercent(null)).toBe('–');
});

test('counts are grouped as the language groups them', () => {
  expect(formatCount(8931, 'en')).toBe('8,931');
});

test('small costs keep two digits; unknown is not free', () => {
  expect(formatCost(12.345)).toBe('$12.35');
  expect(formatCost(0.01234)).toBe('$0.012');
  expect(formatCost(0)).toBe('$0');
  expect(formatCost(null)).toBe('–');
});

test('an interval reads as one range, also below zero', () => {
  expect(formatInterval({ lower: 1013.2, upper: 1088.4 })).toBe('1013–1088');
  expect(formatInterval({ lower: -8, upper: 4 })).toBe('\u22128 … 4');
  expect(formatInterval(null)).toBe('–');
  expect(formatInterval({ lower: Number.NEGATIVE_INFINITY, upper: 4 })).toBe('–');
});

test('ranks and p-values', () => {
  expect(formatRanks(1, 1)).toBe('1');
  expect(formatRanks(2, 5)).toBe('2–5');
  expect(formatPValue(0.00001)).toBe('< 0.001');
  expect(formatPValue(0.0456)).toBe('0.046');
  expect(formatPStatement(0.00001)).toBe('p < 0.001');
  expect(formatPStatement(0.0456)).toBe('p = 0.046');
});

test('a duration is as precise as it is short', () => {
  expect([850, 12_400, 59_949, 59_950, 185_000, 7_625_000].map(formatDuration)).toEqual([
    '850 ms',
    '12.4 s',
    '59.9 s',
    '1 min 00 s',
    '3 min 05 s',
    '2 h 07 min',
  ]);
  expect(formatDuration(null)).toBe('–');
});

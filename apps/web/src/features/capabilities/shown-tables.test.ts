import { expect, test } from 'vitest';
import type { CapabilityColumn, CapabilityRow } from './calls.js';
import { bestTable, shownTables, verdictOf } from './shown-tables.js';

const higher = { kind: 'higher-as-published', difference: 1, interval: null } as const;

function column(key: string, changes: Partial<CapabilityColumn> = {}): CapabilityColumn {
  return {
    key,
    origin: 'published',
    source: 'a paper',
    date: null,
    setting: null,
    measured: null,
    metric: '%',
    higherIsBetter: true,
    isShare: false,
    bestOpen: null,
    references: { 'gpt-3.5': null, 'gpt-4': null },
    verdicts: { 'gpt-3.5': null, 'gpt-4': null },
    scores: [],
    ...changes,
  };
}

const none = column('none');
const one = column('one', { verdicts: { 'gpt-3.5': null, 'gpt-4': higher } });
const both = column('both', { verdicts: { 'gpt-3.5': higher, 'gpt-4': higher } });
const ours = column('ours', { origin: 'measured', source: null });
const row: CapabilityRow = {
  area: 'knowledge',
  benchmark: { id: 'b', name: 'B', sources: [] },
  columns: [none, one, both, ours],
};

test('the table with most references stands for a benchmark', () => {
  expect(bestTable([none, one, both])?.key).toBe('both');
  expect(bestTable([none, one])?.key).toBe('one');
  expect(bestTable([none])?.key).toBe('none');
  expect(bestTable([])).toBeUndefined();
});

const keys = (origin: 'published' | 'measured' | undefined, all: boolean) =>
  shownTables([row], { origin, all }).map((each) => each.column.key);

test('published and measured numbers have lines of their own, and all tables can be seen', () => {
  expect(keys(undefined, false)).toEqual(['both', 'ours']);
  expect(keys('measured', false)).toEqual(['ours']);
  expect(keys(undefined, true)).toEqual(['none', 'one', 'both', 'ours']);
});

test('a verdict is that of the first table that has one', () => {
  expect(verdictOf(row, 'published', 'gpt-4')?.column.key).toBe('one');
  expect(verdictOf(row, 'published', 'gpt-3.5')?.column.key).toBe('both');
  expect(verdictOf(row, 'measured', 'gpt-4')).toBeUndefined();
});

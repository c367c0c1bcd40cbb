import { tangoBounds } from '@understudy/statistics';
import { expect, it } from 'vitest';
import { measuredVerdict, type BenchmarkDifference } from './area-verdict.js';

function difference(benchmark: string, firstOnly: number, secondOnly: number, count: number): BenchmarkDifference {
  return {
    benchmark,
    name: benchmark,
    column: benchmark,
    task: benchmark,
    candidateRun: 'a',
    referenceRun: 'b',
    difference: (firstOnly - secondOnly) / count,
    bounds: tangoBounds({ firstOnly, secondOnly, count }, 0.95),
    documents: count,
    clusters: count,
    variance: (firstOnly + secondOnly) / count,
    method: 'tango',
  };
}

const options = { area: 'knowledge', margin: 0.03, notShared: [] } as const;

it.each([
  ['non-inferior', 100, 90, 2000],
  ['inferior', 50, 200, 2000],
  ['inconclusive', 3, 3, 60],
] as const)('is %s with %i and %i of %i', (outcome, firstOnly, secondOnly, count) => {
  expect(measuredVerdict([difference('x', firstOnly, secondOnly, count)], options).outcome).toBe(outcome);
});

it('counts each benchmark the same, however many documents it has', () => {
  const verdict = measuredVerdict([difference('x', 100, 0, 1000), difference('y', 0, 1, 10)], options);
  expect(verdict.difference).toBeCloseTo(0, 12);
  expect(verdict.documents).toBe(1010);
  // Ten documents leave the mean open, whatever the thousand say.
  expect(verdict.outcome).toBe('inconclusive');
});

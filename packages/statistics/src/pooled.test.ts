import { expect, it } from 'vitest';
import { pooledMean, pooledStandardError } from './pooled.js';

// lm-evaluation-harness 0.4.12: pooled_sample_stderr and aggregate_subtask_metrics on two subtasks.
it('pools standard errors as the reference harness does', () => {
  const parts = [
    { standardError: 0.1, count: 20 },
    { standardError: 0.05, count: 100 },
  ];
  expect(pooledStandardError(parts)).toBeCloseTo(0.044902593887804605, 16);
});

it('weighs means by size, or not', () => {
  const parts = [
    { mean: 0.5, count: 20 },
    { mean: 0.8, count: 100 },
  ];
  expect(pooledMean(parts, { weightBySize: true })).toBeCloseTo(0.75, 15);
  expect(pooledMean(parts, { weightBySize: false })).toBeCloseTo(0.65, 15);
});

import { describe, expect, it } from 'vitest';
import { aggregateGroup } from './aggregate-group.js';
import type { AggregationName } from './aggregations.js';
import { MetricAccumulator, type AggregatedMetric } from './metric-accumulator.js';
import type { MetricValue } from './metric-value.js';

function aggregate(name: AggregationName, values: readonly MetricValue[], iterations = 100_000): AggregatedMetric {
  const accumulator = new MetricAccumulator(name);
  for (const value of values) accumulator.add(value);
  return accumulator.aggregate(iterations);
}

// Expected values were printed by lm-evaluation-harness 0.4.12 (specification, check vector 11) unless marked otherwise.
describe('MetricAccumulator', () => {
  it('gives the mean with its standard error', () => {
    expect(aggregate('mean', [1, 0, 1, 1])).toEqual({ value: 0.75, standardError: 0.25, count: 4 });
  });

  it('gives perplexity with the bootstrap error of the same random draws', () => {
    const values = [-1, -2.5, -0.25, -4];
    expect(aggregate('perplexity', values, 2000)).toEqual({
      value: 6.941375821197036,
      standardError: 7.580477634519328,
      count: 4,
    });
    expect(aggregate('perplexity', values).standardError).toBe(7.418221917048942);
  });

  it('divides sums for weighted perplexities and bits per byte, which have no error', () => {
    const values = [
      [-10, 4],
      [-20, 11],
    ] as const;
    expect(aggregate('weighted_perplexity', values)).toEqual({
      value: Math.exp(2),
      standardError: undefined,
      count: 2,
    });
    expect(aggregate('bits_per_byte', values).value).toBe(2 / Math.log(2));
  });

  it('takes the upper of two middle values as the median', () => {
    expect(aggregate('median', [4, 1, 3, 2], 0).value).toBe(3);
  });

  it('has no error for one document or without bootstrap iterations', () => {
    expect(aggregate('mean', [1]).standardError).toBeUndefined();
    expect(aggregate('mean', [1, 0], 0).standardError).toBeUndefined();
  });

  it('passes NaN on, except in nanmean', () => {
    expect(aggregate('mean', [1, Number.NaN]).value).toBeNaN();
    expect(aggregate('nanmean', [1, Number.NaN, 3], 0).value).toBe(2);
  });

  it('computes F1, Matthews correlation and the Brier score', () => {
    // scikit-learn 1.9: f1_score and matthews_corrcoef of golds 1 1 0 1 0 and predictions 1 0 1 1 0.
    const pairs = [
      [1, 1],
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ] as const;
    expect(aggregate('f1', pairs, 0).value).toBeCloseTo(2 / 3, 15);
    expect(aggregate('matthews_corrcoef', pairs, 0).value).toBeCloseTo(1 / 6, 15);
    expect(
      aggregate(
        'brier_score',
        [
          [0, [0.5, 0.5]],
          [1, [0, 1]],
        ],
        0,
      ).value,
    ).toBe(0.25);
  });

  it('holds a million documents', () => {
    const accumulator = new MetricAccumulator('mean');
    for (let document = 0; document < 1_000_000; document++) accumulator.add(document % 4 === 0 ? 1 : 0);
    expect(accumulator.aggregate(1).value).toBe(0.25);
  });
});

describe('aggregateGroup', () => {
  const leaves = [
    { value: 0.5, standardError: 0.1, size: 20 },
    { value: 0.8, standardError: 0.05, size: 100 },
  ];

  it('weights by size and pools standard errors', () => {
    expect(aggregateGroup(leaves, true)).toEqual({ value: 0.75, standardError: 0.044902593887804605, count: 120 });
  });

  it('gives the plain mean of the leaves without weights', () => {
    expect(aggregateGroup(leaves, false)).toMatchObject({ value: 0.65, standardError: 0.044902593887804605 });
  });

  it('has no standard error if one leaf has none', () => {
    expect(
      aggregateGroup([...leaves, { value: 1, standardError: undefined, size: 1 }], true).standardError,
    ).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { makeSample } from '../testing/make-run.js';
import type { MetricValue, Sample, SampleResponse } from '../sample.js';
import { marginOf } from './margin.js';

/** A sample with these log-likelihoods, metrics and target. */
function answered(
  values: readonly number[],
  { metrics = {}, target = '' }: { metrics?: Readonly<Record<string, MetricValue>>; target?: string } = {},
): Sample {
  const responses = values.map((logProbability): SampleResponse => ({
    kind: 'loglikelihood',
    logProbability,
    isGreedy: false,
  }));
  return makeSample(0, { responses, target, outcomes: [{ filter: 'none', metrics, filteredResponses: [] }] });
}

describe('marginOf', () => {
  it('is the right answer’s log-likelihood minus the best wrong one’s, where the target is confirmed by the accuracy', () => {
    expect(marginOf(answered([-3, -1, -2], { metrics: { acc: 1 }, target: '1' }))).toBe(1);
    expect(marginOf(answered([-3, -1, -2], { metrics: { acc: 0 }, target: '2' }))).toBe(-1);
    expect(marginOf(answered([-3, -1, -2], { metrics: { acc: 0 }, target: '0' }))).toBe(-2);
  });

  it('is 0 on a tie, as the first of the best counts as chosen', () => {
    expect(marginOf(answered([-1, -1], { metrics: { acc: 0 }, target: '1' }))).toBe(0);
  });

  it.each([
    ['the accuracy contradicts it', { metrics: { acc: 1 }, target: '0' }],
    ['the accuracy is a share, as with several right answers', { metrics: { acc: 0.3 }, target: '0' }],
    ['it is a text', { metrics: { acc: 0 }, target: 'red' }],
    ['it is a list', { metrics: { acc: 0 }, target: '[0, 2]' }],
    ['there is no accuracy', { metrics: {}, target: '0' }],
    ['it is no answer’s number', { metrics: { acc: 1 }, target: '7' }],
  ])('is the best minus the second best where the target does not tell: %s', (_, options) => {
    expect(marginOf(answered([-3, -1, -2], options))).toBe(1);
  });

  it('takes the right class from a metric that names it', () => {
    expect(marginOf(answered([-3, -1, -2], { metrics: { f1: [0, 1] } }))).toBe(-2);
    expect(marginOf(answered([-3, -1, -2], { metrics: { likelihood: [2, [-3, -1, -2]] } }))).toBe(-1);
  });

  it('takes the other one of two answers where the accuracy is 0', () => {
    expect(marginOf(answered([-1, -3], { metrics: { acc: 0 }, target: 'Ann' }))).toBe(-2);
    expect(marginOf(answered([-1, -3], { metrics: { acc: 1 }, target: 'Ann' }))).toBe(2);
  });

  it('leaves out the answers without the question', () => {
    const metrics = { acc: 1, acc_mutual_info: 0 };
    expect(marginOf(answered([-3, -1, -0.5, -0.25], { metrics, target: '1' }))).toBe(2);
  });

  it('knows infinity, and no difference between two of them', () => {
    expect(marginOf(answered([-Infinity, -1]))).toBe(Infinity);
    expect(marginOf(answered([-Infinity, -1], { metrics: { acc: 0 }, target: '0' }))).toBe(-Infinity);
    expect(marginOf(answered([-Infinity, -Infinity]))).toBeUndefined();
  });

  it('is none unless there are several log-likelihoods', () => {
    expect(marginOf(answered([-1]))).toBeUndefined();
    expect(marginOf(makeSample(0, { responses: [{ kind: 'generate', text: 'a' }] }))).toBeUndefined();
    const rolling: SampleResponse = { kind: 'rolling', logProbability: -1 };
    expect(marginOf(makeSample(0, { responses: [rolling, rolling] }))).toBeUndefined();
  });
});

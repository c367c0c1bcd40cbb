import type { MetricValue, Sample, SampleResponse } from '@understudy/store';
import type { SampleComparison } from './run-diff.js';

/** Compares what two runs made of one document. */
export function compareSamples(first: Sample, second: Sample): SampleComparison {
  return {
    samePrompt: first.hashes.prompt === second.hashes.prompt,
    sameTarget: first.hashes.target === second.hashes.target,
    sameAnswer: sameAnswer(first.responses, second.responses),
    deltas: logProbabilityDeltas(first.responses, second.responses),
    metricsDiffering: differingMetrics(first, second),
  };
}

type Responses = readonly SampleResponse[];

function sameAnswer(first: Responses, second: Responses): boolean | undefined {
  if (first.length !== second.length || first.length === 0) return undefined;
  if (isKind(first, 'generate') && isKind(second, 'generate')) {
    return first.every((response, index) => response.text === second[index]?.text);
  }
  if (!isKind(first, 'loglikelihood') || !isKind(second, 'loglikelihood')) return undefined;
  if (first.length === 1) return first[0]?.isGreedy === second[0]?.isGreedy;
  return indexOfLargest(first) === indexOfLargest(second);
}

function isKind<K extends SampleResponse['kind']>(
  responses: Responses,
  kind: K,
): responses is readonly Extract<SampleResponse, { kind: K }>[] {
  return responses.every((response) => response.kind === kind);
}

/** The first of the largest. */
function indexOfLargest(responses: readonly { readonly logProbability: number }[]): number {
  return responses.reduce(
    (best, { logProbability }, index) => (logProbability > responses[best]!.logProbability ? index : best),
    0,
  );
}

function logProbabilityDeltas(first: Responses, second: Responses): readonly number[] {
  if (first.length !== second.length) return [];
  return first.flatMap((response, index) => {
    const other = second[index];
    if (!('logProbability' in response) || other === undefined || !('logProbability' in other)) return [];
    return Object.is(response.logProbability, other.logProbability)
      ? 0
      : response.logProbability - other.logProbability;
  });
}

/** Metrics are counts, shares of probability and scores of texts; what lies nearer than this is rounding. */
const METRIC_TOLERANCE = 1e-3;

function differingMetrics(first: Sample, second: Sample): readonly string[] {
  const others = new Map(second.outcomes.map(({ filter, metrics }) => [filter, metrics]));
  return first.outcomes.flatMap(({ filter, metrics }) =>
    Object.entries(metrics)
      .filter(([name, value]) => !isLogProbability(value, first) && isDifferent(value, others.get(filter)?.[name]))
      .map(([name]) => `${name},${filter}`),
  );
}

/** The terms of a perplexity are log-likelihoods themselves: the deltas tell of them. */
function isLogProbability(value: MetricValue, { responses }: Sample): boolean {
  return responses.some((response) => 'logProbability' in response && response.logProbability === value);
}

function isDifferent(value: MetricValue, other: MetricValue | undefined): boolean {
  return typeof value === 'number' && typeof other === 'number' && Math.abs(value - other) > METRIC_TOLERANCE;
}

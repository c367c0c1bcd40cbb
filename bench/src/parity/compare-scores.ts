import type { MetricValue, Sample, SampleResponse } from '@understudy/store';
import { short } from './digests.js';
import { requestText } from './planned-documents.js';
import type { ScoreFixture, ScoreFixtureSample } from './score-fixture.js';

/** A row's samples beside the reference harness's. */
export interface ScoreComparison {
  readonly samples: number;
  readonly requests: number;
  /** Requests with another text than the reference's: their scores are not compared. */
  readonly otherRequests: number;
  /** Requests that the engine could not answer. */
  readonly failedRequests: number;
  /** Samples with the same best choice; of a single request, the same greedy flag. */
  readonly sameArgMax: number;
  /** Samples that have a best choice or a greedy flag. */
  readonly withArgMax: number;
  /** Log-likelihood requests with the same greedy flag. */
  readonly sameGreedy: number;
  /** |Δ| of every log-likelihood in nats. */
  readonly deltas: readonly number[];
  /** Samples all of whose metrics are the same: whole numbers exactly, others within 0.01. */
  readonly sameMetrics: number;
  /** Generated texts that are the same, and where the others first differ: characters from the start. */
  readonly sameTexts: number;
  readonly firstDifferences: readonly number[];
}

type Entry = ScoreFixtureSample['requests'][number];

const METRIC_TOLERANCE = 0.01;

/** Compares the samples of a row, by ascending document number, with those of its fixture. */
export function compareScores(fixture: ScoreFixture, samples: readonly Sample[]): ScoreComparison {
  const result = {
    samples: fixture.samples.length,
    requests: 0,
    otherRequests: 0,
    failedRequests: 0,
    sameArgMax: 0,
    withArgMax: 0,
    sameGreedy: 0,
    deltas: [] as number[],
    sameMetrics: 0,
    sameTexts: 0,
    firstDifferences: [] as number[],
  };
  for (const [at, expected] of fixture.samples.entries()) {
    const sample = samples[at];
    result.requests += expected.requests.length;
    if (sample === undefined || !hasRequests(sample, expected)) {
      result.otherRequests += expected.requests.length;
      continue;
    }
    expected.requests.forEach((entry, number) => {
      const response = sample.responses[number];
      if (response === undefined) return;
      compareResponse(entry, response, result);
    });
    const choice = bestOf(expected.requests);
    if (choice !== undefined) result.withArgMax++;
    if (choice !== undefined && choice === bestOfResponses(sample.responses)) result.sameArgMax++;
    if (hasMetrics(sample, expected)) result.sameMetrics++;
  }
  return result;
}

function compareResponse(
  entry: Entry,
  response: SampleResponse,
  result: {
    failedRequests: number;
    sameGreedy: number;
    deltas: number[];
    sameTexts: number;
    firstDifferences: number[];
  },
): void {
  if (entry.length === 4) {
    const text = response.kind === 'generate' ? response.text : '';
    if (text === entry[3]) result.sameTexts++;
    else result.firstDifferences.push(firstDifference(text, entry[3]));
    return;
  }
  if (!('logProbability' in response)) {
    result.failedRequests++;
    return;
  }
  result.deltas.push(Math.abs(response.logProbability - entry[4]));
  if (entry.length === 6 && response.kind === 'loglikelihood' && response.isGreedy === (entry[5] === 1)) {
    result.sameGreedy++;
  }
}

function hasRequests(sample: Sample, expected: ScoreFixtureSample): boolean {
  return (
    sample.requests.length === expected.requests.length &&
    sample.requests.every((request, at) => short(requestText(request)) === expected.requests[at]?.[0])
  );
}

/** The place of the best choice (the first one on ties); of one request, its greedy flag; undefined for other requests. */
function bestOf(entries: readonly Entry[]): number | undefined {
  const scored = entries.filter((entry) => entry.length === 6);
  if (scored.length === 0) return undefined;
  return scored.length === 1 ? scored[0]?.[5] : argMax(scored.map((entry) => entry[4]));
}

function bestOfResponses(responses: readonly SampleResponse[]): number | undefined {
  const scored = responses.filter((response) => response.kind === 'loglikelihood');
  return scored.length === 1 ? Number(scored[0]?.isGreedy) : argMax(scored.map(({ logProbability }) => logProbability));
}

function argMax(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

function hasMetrics(sample: Sample, expected: ScoreFixtureSample): boolean {
  const own = new Map<string, MetricValue>(
    sample.outcomes.flatMap(({ filter, metrics }) =>
      Object.entries(metrics).map(([name, value]) => [`${name},${filter}`, value] as const),
    ),
  );
  return Object.entries(expected.metrics).every(([name, value]) => {
    if (typeof value !== 'number') return own.has(name);
    const other = own.get(name);
    if (typeof other !== 'number') return false;
    return Number.isInteger(value) ? other === value : Math.abs(other - value) <= METRIC_TOLERANCE;
  });
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at++;
  return at;
}

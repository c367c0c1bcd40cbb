import type { Sample, SampleResponse } from '@understudy/store';
import { describe, expect, it } from 'vitest';
import { compareScores } from './compare-scores.js';
import { digest, short, textDigest } from './digests.js';
import type { ScoreFixture, ScoreFixtureSample } from './score-fixture.js';

const name = (...parts: [string, string?]) => short(textDigest(...parts));

const fixtureOf = (...samples: readonly ScoreFixtureSample[]): ScoreFixture => ({
  format: 1,
  reference: {},
  model: { name: 'a-model', gguf_sha256: digest('weights') },
  row: { task: 't', limit: 1, shots: 0, chat: false, multiturn: true, system: null, max_length: null },
  context_length: 100,
  version: 1,
  results: {},
  samples,
});

const choices: ScoreFixtureSample = {
  doc: '',
  prompt: '',
  target: '',
  requests: [
    [name('Q', ' a'), '', 1, 1, -2, 1],
    [name('Q', ' b'), '', 1, 1, -3, 0],
  ],
  metrics: { 'acc,none': 1, 'acc_norm,none': 0.5 },
};

const sampleOf = (responses: readonly SampleResponse[], acc: number, accNorm: number): Sample => ({
  task: 't',
  docId: 0,
  failed: false,
  doc: '',
  target: '',
  requests: ['a', 'b'].map((choice) => ({ kind: 'loglikelihood', context: 'Q', continuation: ` ${choice}` })),
  responses,
  outcomes: [{ filter: 'none', metrics: { acc, acc_norm: accNorm }, filteredResponses: [] }],
  flags: { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 0 },
  hashes: { doc: '', prompt: '', target: '' },
});

const answers = (...values: readonly number[]): SampleResponse[] =>
  values.map((logProbability, at) => ({ kind: 'loglikelihood', logProbability, isGreedy: at === 0 }));

describe('compareScores', () => {
  it('measures distances in nats and finds the same best choice', () => {
    const comparison = compareScores(fixtureOf(choices), [sampleOf(answers(-2.5, -3.25), 1, 0.505)]);
    expect(comparison).toMatchObject({ sameArgMax: 1, withArgMax: 1, sameGreedy: 2, sameMetrics: 1, requests: 2 });
    expect(comparison.deltas).toEqual([0.5, 0.25]);
  });

  it('tells another best choice, and metrics that differ', () => {
    const comparison = compareScores(fixtureOf(choices), [sampleOf(answers(-4, -3), 0, 0.5)]);
    expect(comparison).toMatchObject({ sameArgMax: 0, withArgMax: 1, sameMetrics: 0 });
  });

  it('does not compare the scores of other requests, and counts failed ones', () => {
    const other = fixtureOf({ ...choices, requests: [[name('Q', ' z'), '', 1, 1, -2, 1]] });
    expect(compareScores(other, [sampleOf(answers(-2, -3), 1, 0.5)])).toMatchObject({ otherRequests: 1, deltas: [] });
    const failure: SampleResponse = { kind: 'error', code: 'x', message: 'x' };
    const failed = compareScores(fixtureOf(choices), [sampleOf([failure, failure], 1, 0.5)]);
    expect(failed).toMatchObject({ failedRequests: 2, sameArgMax: 0, withArgMax: 1 });
  });

  it('compares a single request by its greedy flag', () => {
    const single = fixtureOf({ ...choices, requests: choices.requests.slice(0, 1) });
    const sample = sampleOf(answers(-2), 1, 0.5);
    const comparison = compareScores(single, [{ ...sample, requests: sample.requests.slice(0, 1) }]);
    expect(comparison).toMatchObject({ withArgMax: 1, sameArgMax: 1 });
  });

  it('says where a generated text first differs', () => {
    const text = fixtureOf({ ...choices, requests: [[name('Q'), '', 1, 'one two']], metrics: {} });
    const sample: Sample = {
      ...sampleOf([{ kind: 'generate', text: 'one Two' }], 1, 1),
      requests: [{ kind: 'generate', context: 'Q', genKwargs: {} }],
    };
    expect(compareScores(text, [sample])).toMatchObject({ sameTexts: 0, firstDifferences: [4], withArgMax: 0 });
  });
});

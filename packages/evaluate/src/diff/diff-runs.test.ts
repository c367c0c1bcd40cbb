import { openStore, type Sample, type SampleResponse, type Store } from '@understudy/store';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeRun, makeTask } from '../report/testing/fill-store.js';
import { diffRuns, type DiffRunsOptions } from './diff-runs.js';
import { diffTable, type DiffTexts } from './diff-table.js';
import type { RunDiff, SampleDiff } from './run-diff.js';

let store: Store;
beforeEach(async () => {
  store = await openStore({ path: ':memory:' });
});
afterEach(() => store[Symbol.asyncDispose]());

interface Made {
  readonly docId: number;
  /** Tells the document; its number by default. */
  readonly doc?: number;
  readonly prompt?: number;
  readonly responses: readonly SampleResponse[];
  readonly acc?: number;
}

const choices = (...logProbabilities: readonly number[]): readonly SampleResponse[] =>
  logProbabilities.map((logProbability) => ({ kind: 'loglikelihood', logProbability, isGreedy: logProbability > -1 }));

const text = (answer: string): readonly SampleResponse[] => [{ kind: 'generate', text: answer }];

const hash = (value: number): string => value.toString(16).padStart(64, '0');

async function runOf(samples: readonly Made[], task = 'arc_easy'): Promise<string> {
  const { id } = await store.createRun(makeRun());
  await store.addTask(id, makeTask({ task }));
  const made = samples.map(({ docId, doc = docId, prompt = 0, responses, acc = 1 }): Sample => {
    return {
      task,
      docId,
      failed: false,
      doc: '{}',
      target: '0',
      requests: [],
      responses,
      outcomes: [{ filter: 'none', metrics: { acc }, filteredResponses: [] }],
      flags: { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 0 },
      hashes: { doc: hash(doc), prompt: hash(prompt), target: hash(0) },
    };
  });
  await store.appendBatch({ runId: id, samples: made, responses: [] });
  return id;
}

async function diff(
  options: DiffRunsOptions,
): Promise<{ readonly samples: readonly SampleDiff[]; readonly summary: RunDiff }> {
  const samples: SampleDiff[] = [];
  const differences = diffRuns(store, options);
  for (;;) {
    const { done, value } = await differences.next();
    if (done === true) return { samples, summary: value };
    samples.push(value);
  }
}

it('summarises log-likelihoods, answers and metrics of documents that both runs have', async () => {
  const first = await runOf([
    { docId: 0, responses: choices(-1, -2) },
    { docId: 1, responses: choices(-3, -3.001), acc: 1 },
    { docId: 2, responses: choices(-5, -Infinity) },
    { docId: 9, responses: choices(-5, -6) },
  ]);
  const second = await runOf([
    { docId: 0, responses: choices(-1.002, -2) },
    { docId: 1, responses: choices(-3.004, -3.001), acc: 0 },
    { docId: 2, responses: choices(-5, -Infinity) },
  ]);
  const { samples, summary } = await diff({ first, second });
  expect(samples.map(({ first: { docId }, comparison }) => [docId, comparison])).toEqual([
    [
      1,
      {
        samePrompt: true,
        sameTarget: true,
        sameAnswer: false,
        deltas: [expect.closeTo(0.004, 9), 0],
        metricsDiffering: ['acc,none'],
      },
    ],
  ]);
  expect(summary.tasks).toEqual([
    {
      task: 'arc_easy',
      matched: 3,
      onlyInFirst: 1,
      onlyInSecond: 0,
      promptsDiffering: 0,
      targetsDiffering: 0,
      answers: { count: 3, equal: 2 },
      // |Δ| sorted: 0, 0, 0, 0, 0.002, 0.004; NumPy's quantiles.
      deltas: { count: 6, median: 0, p99: expect.closeTo(0.0039, 9), max: expect.closeTo(0.004, 9) },
      metrics: [
        {
          metric: 'acc',
          filter: 'none',
          first: 1,
          second: 2 / 3,
          // SciPy 1.17.1: ttest_rel([1, 1, 1], [1, 0, 1]); the interval: Tango's score statistic maximised by search, see `tango-bounds.test.ts`.
          paired: {
            count: 3,
            difference: expect.closeTo(1 / 3, 12),
            standardError: expect.closeTo(1 / 3, 12),
            interval: { lower: expect.closeTo(-0.4153294, 6), upper: expect.closeTo(0.7923404, 6) },
            pValue: expect.closeTo(0.4226497, 6),
          },
          mcNemar: 1,
        },
      ],
    },
  ]);
});

it('yields documents whose log-likelihoods lie further apart than the tolerance', async () => {
  const first = await runOf([{ docId: 0, responses: choices(-2, -3) }]);
  const second = await runOf([{ docId: 0, responses: choices(-2.02, -3) }]);
  expect((await diff({ first, second })).samples).toHaveLength(1);
  expect((await diff({ first, second, tolerance: 0.05 })).samples).toHaveLength(0);
});

it('pairs documents by their hashes where the numbers do not agree', async () => {
  const first = await runOf([
    { docId: 0, doc: 70, responses: choices(-1, -2) },
    { docId: 1, doc: 71, responses: choices(-2, -1) },
    { docId: 2, doc: 72, responses: choices(-2, -1) },
  ]);
  const second = await runOf([
    { docId: 0, doc: 71, responses: choices(-2, -1) },
    { docId: 1, doc: 70, responses: choices(-2, -1) },
    { docId: 7, doc: 73, responses: choices(-2, -1) },
  ]);
  const { samples, summary } = await diff({ first, second });
  expect(summary.tasks[0]).toMatchObject({
    matched: 2,
    onlyInFirst: 1,
    onlyInSecond: 1,
    answers: { count: 2, equal: 1 },
  });
  expect(samples.map((sample) => [sample.first.docId, sample.second.docId])).toEqual([[0, 1]]);
});

it('judges single log-likelihoods by their greedy flags and generations by their texts', async () => {
  const first = await runOf([
    { docId: 0, responses: choices(-0.5) },
    { docId: 1, responses: text('18') },
    { docId: 2, responses: [{ kind: 'rolling', logProbability: -8128.5 }] },
  ]);
  const second = await runOf([
    { docId: 0, responses: choices(-1.5) },
    { docId: 1, responses: text('18') },
    { docId: 2, responses: [{ kind: 'rolling', logProbability: -8128.5 }] },
  ]);
  const { summary } = await diff({ first, second });
  expect(summary.tasks[0]).toMatchObject({ answers: { count: 2, equal: 1 }, deltas: { count: 2, max: 1 } });
});

it('counts differing prompts and names tasks that only one run has', async () => {
  const first = await runOf([{ docId: 0, responses: choices(-1, -2), prompt: 1 }]);
  const second = await runOf([{ docId: 0, responses: choices(-1, -2), prompt: 2 }]);
  await store.addTask(first, makeTask({ task: 'piqa' }));
  await store.addTask(second, makeTask({ task: 'boolq' }));
  const { samples, summary } = await diff({ first, second });
  expect(samples).toHaveLength(1);
  expect(summary).toMatchObject({
    tasks: [{ promptsDiffering: 1 }],
    tasksOnlyInFirst: ['piqa'],
    tasksOnlyInSecond: ['boolq'],
  });
});

it('is shown as a table, a line a task and metric', async () => {
  const first = await runOf([
    { docId: 0, responses: choices(-1, -2) },
    { docId: 1, responses: choices(-1, -2) },
  ]);
  const second = await runOf([
    { docId: 0, responses: choices(-1.5, -2), acc: 0 },
    { docId: 1, responses: choices(-1, -2), acc: 0 },
  ]);
  const texts = Object.fromEntries(
    'task matched unmatched promptsDiffering sameAnswer deltaMedian deltaP99 deltaMax metric first second difference interval pValue'
      .split(' ')
      .map((key) => [key, key]),
  ) as unknown as DiffTexts;
  const { columns, rows } = diffTable((await diff({ first, second })).summary, texts);
  expect(columns).toHaveLength(14);
  expect(rows).toEqual([
    'arc_easy|2|0/0|0|100.00%|0.0000|0.4850|0.5000|acc|1.0000|0.0000|+1.0000|-0.3152 – +1.0000|0.500'.split('|'),
  ]);
});

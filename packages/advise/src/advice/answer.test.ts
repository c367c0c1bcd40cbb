import { expect, it } from 'vitest';
import type { Candidate } from '../candidates/candidate.js';
import { toBenchmark } from '../scores/area-basis.js';
import { areaScore } from '../scores/area-score.js';
import { weightedScore } from '../scores/weighted-score.js';
import { fakeBenchmark, fakeBoard, fakeColumn, fakeRow } from '../testing/fake-evidence.js';
import { judgeArea } from '../verdict/judge-area.js';
import { answerOf } from './answer.js';

const area = 'knowledge' as const;
const column = fakeColumn(fakeBenchmark('mmlu'));
const other = fakeColumn(fakeBenchmark('mmlu'), { numFewshot: 5 });
const weights = [{ area, weight: 1 }];

/** The answer on one measured model and a reference measured in a column, whose runs have documents of these names. */
async function answer(referenceColumn: typeof column, documents: Readonly<Record<string, readonly string[]>>) {
  const rows = { candidate: fakeRow('model', [[column, 60]]), reference: fakeRow('old', [[referenceColumn, 50]]) };
  const basis = { area, benchmarks: [toBenchmark(column)] };
  const verdict = await judgeArea({
    ...rows,
    basis,
    board: fakeBoard([column, other], Object.values(rows)),
    published: [],
    margin: 0.03,
    confidence: 0.95,
    readDocuments: ({ runId }) =>
      Promise.resolve((documents[runId] ?? []).map((document) => ({ document, cluster: document, value: 1 }))),
  });
  const score = areaScore(rows.candidate, basis);
  const weighted = score && weightedScore([score], weights);
  if (score === undefined || weighted === undefined) throw new Error('the model has a score');
  const model = {
    id: 'model',
    name: 'model',
    spec: 'model',
    card: null,
    findings: [],
    footprint: null,
    cost: null,
    rank: 1,
    score: weighted,
    areas: [score],
    pareto: { isOnFront: true, dominatedBy: [] },
  };
  const measured: Candidate = {
    id: 'old',
    name: 'old',
    spec: 'old',
    card: undefined,
    obligations: undefined,
    measured: rows.reference,
  };
  return answerOf({
    reference: { id: 'old', name: 'old', card: undefined, measured: [measured] },
    weights,
    admissible: 1,
    shortlist: [{ ...model, verdicts: [verdict], weakSpots: [] }],
    ranked: [model],
    publishedOnly: [],
    nearest: undefined,
    notKnown: 0,
  });
}

it('runs in one setting without a document in common are told from runs in two settings', async () => {
  const disjoint = { 'run-model': ['a', 'b'], 'run-old': ['c', 'd'] };
  expect(await answer(column, disjoint)).toMatchObject({ kind: 'not-compared', because: 'no-common-documents' });
  expect(await answer(column, {})).toMatchObject({ kind: 'not-compared', because: 'no-common-documents' });
  expect(await answer(other, disjoint)).toMatchObject({ kind: 'not-compared', because: 'no-common-setting' });
  expect(await answer(column, { ...disjoint, 'run-old': ['a', 'c'] })).not.toMatchObject({ kind: 'not-compared' });
});

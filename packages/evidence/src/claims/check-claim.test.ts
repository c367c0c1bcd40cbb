import type { Claim, PublishedScore } from '@understudy/catalog';
import { describe, expect, it } from 'vitest';
import { buildCapabilityMap } from '../capability/build-capability-map.js';
import { readMeasurements } from '../measurements/read-measurements.js';
import { fakeBenchmark, fakeCard, fakeExternal, fakeScore } from '../testing/fake-card.js';
import { fakeCatalog, FakeResults, fakeRun, fakeTask, share, type FakeRun } from '../testing/fake-results.js';
import { checkClaim } from './check-claim.js';

const CLAIM: Claim = {
  id: 'c001',
  claim: 'made up',
  area: 'general',
  models: ['challenger'],
  comparators: ['gpt-3.5-turbo'],
  benchmarks: ['mmlu'],
  direction: 'beats',
  check: 'not-checked',
  checkNote: null,
  sources: ['made up'],
};

async function check(
  claim: Partial<Claim>,
  { scores = [], runs = [] }: { scores?: readonly PublishedScore[]; runs?: readonly FakeRun[] },
) {
  const catalog = fakeCatalog({
    cards: [fakeCard({ id: 'challenger' }), fakeCard({ id: 'other' })],
    benchmarks: [fakeBenchmark('mmlu', 'knowledge'), fakeBenchmark('boolq', 'reading')],
    externals: {
      'gpt-3.5-turbo-0301': fakeExternal({ family: 'gpt-3.5' }),
      'gpt-3.5-turbo-instruct': fakeExternal({ family: 'gpt-3.5-instruct' }),
    },
    scores,
  });
  const measurements = await readMeasurements(new FakeResults(runs), catalog);
  return checkClaim({ ...CLAIM, ...claim }, buildCapabilityMap(catalog, measurements));
}

const scored = (modelId: string, value: number, changes: Partial<PublishedScore> = {}) =>
  fakeScore({ modelId, modelLabel: modelId, value, ...changes });

const table = (challenger: number, reference: number, changes: Partial<PublishedScore> = {}) => [
  scored('challenger', challenger, changes),
  scored('gpt-3.5-turbo', reference, changes),
];

const measured = (model: string, right: number) =>
  fakeRun({ id: `run-${model}`, identity: model, model }, [
    fakeTask({ task: 'mmlu', documentsTotal: 1000, documentsExpected: 1000, metrics: [share('acc', right, 1000)] }),
  ]);

describe('published numbers and a claim', () => {
  it.each<[Claim['direction'], number, number, string]>([
    ['beats', 71, 70, 'supported'],
    ['beats', 70, 70, 'contradicted'],
    ['beats', 69, 70, 'contradicted'],
    ['below', 69, 70, 'supported'],
    ['below', 70, 70, 'contradicted'],
    ['matches', 65, 70, 'supported'],
    ['matches', 64.9, 70, 'contradicted'],
    ['matches', 90, 70, 'supported'],
    ['matches-or-beats', 66, 70, 'supported'],
    ['improves', 69, 70, 'contradicted'],
  ])('%s: %d against %d is %s', async (direction, challenger, reference, verdict) => {
    const { published, measured: ours } = await check({ direction }, { scores: table(challenger, reference) });
    expect([published, ours]).toEqual([verdict, 'no-data']);
  });

  it('are told with their table', async () => {
    const { evidence, missing } = await check({}, { scores: table(71, 70) });
    expect(evidence).toMatchObject([
      {
        model: 'challenger',
        comparator: 'gpt-3.5-turbo',
        difference: 1,
        setting: '5-shot',
        source: 'arxiv:2312.00001',
      },
    ]);
    expect(missing).toEqual([]);
  });

  it('of two tables say nothing of each other', async () => {
    const scores = [scored('challenger', 71), scored('gpt-3.5-turbo', 70, { setting: '0-shot' })];
    const { published, missing } = await check({}, { scores });
    expect([published, missing]).toEqual(['no-data', [['challenger', 'gpt-3.5-turbo']]]);
  });

  it('that say different things are mixed, which is what a mixed claim says', async () => {
    const scores = [...table(71, 70), ...table(60, 70, { table: 'other', setting: '0-shot' })];
    expect((await check({}, { scores })).published).toBe('mixed');
    expect((await check({ direction: 'mixed' }, { scores })).published).toBe('supported');
    expect((await check({ direction: 'mixed' }, { scores: table(71, 70) })).published).toBe('open');
  });

  it('of other benchmarks do not count where the claim names some', async () => {
    const scores = table(71, 70, { benchmark: 'boolq' });
    expect((await check({}, { scores })).published).toBe('no-data');
    expect(await check({ benchmarks: [] }, { scores })).toMatchObject({
      published: 'supported',
      namesBenchmarks: false,
    });
  });

  it('of dated snapshots stand for the model where the claim gives no date', async () => {
    const scores = [scored('challenger', 71), scored('gpt-3.5-turbo-0301', 70), scored('gpt-3.5-turbo-instruct', 99)];
    const { published, evidence } = await check({}, { scores });
    expect([published, evidence.map(({ comparatorLabel }) => comparatorLabel)]).toEqual([
      'supported',
      ['gpt-3.5-turbo-0301'],
    ]);
  });

  it('on a scale that is not known do not say what a match is', async () => {
    const claim = { direction: 'matches' } as const;
    expect((await check(claim, { scores: table(69, 70, { metric: 'BLEU' }) })).published).toBe('open');
    expect((await check(claim, { scores: table(71, 70, { metric: 'BLEU' }) })).published).toBe('supported');
  });

  it('where less is better are read the other way round', async () => {
    expect((await check({}, { scores: table(9, 10, { higherIsBetter: false }) })).published).toBe('supported');
  });

  it('name the pairs of a claim that no table has', async () => {
    const { published, missing } = await check({ models: ['challenger', 'other'] }, { scores: table(71, 70) });
    expect([published, missing]).toEqual(['supported', [['other', 'gpt-3.5-turbo']]]);
  });
});

describe('our numbers and a claim', () => {
  // Half the interval of a difference of shares of 1,000 documents is 4.3 points.
  it.each<[Claim['direction'], number, number, string]>([
    ['beats', 700, 600, 'supported'],
    ['beats', 620, 600, 'open'],
    ['beats', 500, 600, 'contradicted'],
    ['below', 500, 600, 'supported'],
    ['matches', 600, 600, 'supported'],
    ['matches', 570, 600, 'open'],
    ['matches', 500, 600, 'contradicted'],
  ])('%s: %i against %i of 1,000 is %s', async (direction, challenger, other, verdict) => {
    const runs = [measured('challenger', challenger), measured('other', other)];
    const { measured: ours, published, evidence } = await check({ direction, comparators: ['other'] }, { runs });
    expect([ours, published]).toEqual([verdict, 'no-data']);
    expect(evidence[0]).toMatchObject({ runs: ['run-challenger', 'run-other'], benchmark: 'mmlu', margin: 0.05 });
  });
});

it('a claim that compares nothing is not checked', async () => {
  const result = await check({ direction: 'limit' }, { scores: table(71, 70) });
  expect(result).toMatchObject({ isComparative: false, published: 'no-data', evidence: [], missing: [] });
});

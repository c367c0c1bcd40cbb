import type { PublishedScore } from '@understudy/catalog';
import { describe, expect, it } from 'vitest';
import { readMeasurements } from '../measurements/read-measurements.js';
import { fakeBenchmark, fakeCard, fakeExternal, fakeScore } from '../testing/fake-card.js';
import { fakeCatalog, FakeResults, fakeRun, fakeTask, share, type FakeRun } from '../testing/fake-results.js';
import { buildCapabilityMap } from './build-capability-map.js';

const CARDS = [
  fakeCard({ id: 'open-model', name: 'Open' }),
  fakeCard({
    id: 'gpt-3.5-turbo',
    family: 'gpt-3.5',
    weights: { status: 'closed', repositories: [], sources: ['x'], file: null },
    remote: { value: 'openai:gpt-3.5-turbo', sources: ['x'] },
  }),
];

async function mapOf(scores: readonly PublishedScore[], runs: readonly FakeRun[] = []) {
  const benchmarks = [fakeBenchmark('boolq', 'reading'), fakeBenchmark('mmlu', 'knowledge')];
  const externals = {
    'gpt-3.5-turbo-0301': fakeExternal({ family: 'gpt-3.5', isOpen: false }),
    'gpt-4': fakeExternal({ family: 'gpt-4', isOpen: false }),
    'gpt-3.5-turbo-instruct': fakeExternal({ family: 'gpt-3.5-instruct', isOpen: false }),
    'gpt-3.5-turbo-critic': fakeExternal({ builtOn: 'gpt-3.5-turbo' }),
    koala: fakeExternal({ family: 'koala', isOpen: true }),
    'koala-with-search': fakeExternal({ isOpen: true, builtOn: 'koala' }),
  };
  const catalog = fakeCatalog({ cards: CARDS, externals, benchmarks, scores });
  return buildCapabilityMap(catalog, await readMeasurements(new FakeResults(runs), catalog));
}

const scored = (modelId: string, value: number, changes: Partial<PublishedScore> = {}) =>
  fakeScore({ modelId, modelLabel: modelId, value, ...changes });

const measured = (model: string, right: number, changes = {}) =>
  fakeRun(
    { id: `run-${model}`, identity: model === 'gpt-3.5-turbo' ? `https://api.openai.com/v1#${model}` : model, model },
    [
      fakeTask({
        task: 'mmlu',
        documentsTotal: 1000,
        documentsExpected: 1000,
        metrics: [share('acc', right, 1000)],
        ...changes,
      }),
    ],
  );

describe('the capability map', () => {
  it('holds the best open model against each reference within one table, snapshots as printed', async () => {
    const { rows } = await mapOf([
      scored('open-model', 68),
      scored('gpt-3.5-turbo-0301', 70, { modelLabel: 'GPT-3.5 (March)' }),
      scored('gpt-4', 86),
      scored('nobody-knows', 99),
    ]);
    const [column] = rows[0]?.columns ?? [];
    expect(rows[0]?.area).toBe('knowledge');
    expect(column?.bestOpen?.modelId).toBe('open-model');
    expect(column?.references).toMatchObject({
      'gpt-3.5': { label: 'GPT-3.5 (March)', value: 70 },
      'gpt-4': { value: 86 },
    });
    expect(column?.scores.map(({ modelId, openness }) => [modelId, openness])).toEqual([
      ['nobody-knows', 'unknown'],
      ['gpt-4', 'closed'],
      ['gpt-3.5-turbo-0301', 'closed'],
      ['open-model', 'open'],
    ]);
    expect(rows[0]?.verdicts).toMatchObject({
      'gpt-3.5': { verdict: { kind: 'lower-as-published', difference: -2 } },
      'gpt-4': { verdict: { kind: 'lower-as-published', difference: -18 } },
    });
  });

  it.each<[string, Partial<PublishedScore>]>([
    ['setting', { setting: '0-shot' }],
    ['unsaid setting', { setting: null }],
    ['metric', { metric: 'F1' }],
    ['source', { source: 'arxiv:2312.00002' }],
    ['table', { table: 'other' }],
    ['name of the benchmark', { benchmark: 'MMLU' }],
  ])('never mixes two tables: another %s', async (_name, changes) => {
    const { rows } = await mapOf([scored('open-model', 68), scored('gpt-4', 86, changes)]);
    expect(rows[0]?.columns.map(({ scores }) => scores.length)).toEqual([1, 1]);
    expect(rows[0]?.verdicts).toEqual({});
  });

  it('never mixes published numbers with ours', async () => {
    const { rows } = await mapOf([scored('gpt-4', 86)], [measured('open-model', 600)]);
    expect(rows[0]?.columns.map(({ origin, scores }) => [origin, scores.length])).toEqual([
      ['measured', 1],
      ['published', 1],
    ]);
  });

  it('takes for the references nothing but the plain models', async () => {
    const ids = ['gpt-3.5-turbo-instruct', 'gpt-3.5-turbo-critic', 'gpt-4-turbo', 'text-davinci-003'];
    const { rows } = await mapOf(ids.map((id) => scored(id, 80)));
    expect(rows[0]?.columns[0]?.references).toEqual({});
  });

  it('takes for the best open model one without a card too, and no system around it', async () => {
    const { rows } = await mapOf([scored('open-model', 68), scored('koala', 70), scored('koala-with-search', 75)]);
    expect(rows[0]?.columns[0]?.bestOpen?.modelId).toBe('koala');
  });

  it('leaves out what is no measure of quality, and names what it cannot place', async () => {
    const { rows, unplaced } = await mapOf([
      scored('open-model', 1000, { metric: 'mean characters' }),
      scored('open-model', 1, { benchmark: 'Unheard of' }),
    ]);
    expect([rows, unplaced]).toEqual([[], [{ benchmark: 'Unheard of', scores: 1 }]]);
  });

  it('counts as better what is less, where less is better', async () => {
    const less = { higherIsBetter: false };
    const { rows } = await mapOf([scored('open-model', 10, less), scored('gpt-4', 12, less)]);
    expect(rows[0]?.verdicts['gpt-4']?.verdict).toEqual({ kind: 'higher-as-published', difference: -2 });
    expect(rows[0]?.columns[0]?.scores[0]?.modelId).toBe('open-model');
  });
});

describe('our own numbers in the map', () => {
  it.each([
    [800, 'above'],
    [620, 'within-noise'],
    [400, 'below'],
  ])('%i of 1,000 against 600 is %s', async (right, kind) => {
    const { rows } = await mapOf([], [measured('open-model', right), measured('gpt-3.5-turbo', 600)]);
    expect(rows[0]?.verdicts['gpt-3.5']).toMatchObject({
      verdict: { kind, difference: expect.closeTo(right / 1000 - 0.6, 9) },
    });
    expect(rows[0]?.columns[0]?.bestOpen?.runId).toBe('run-open-model');
  });

  it('are left out where the task does not say whether more is better', async () => {
    const { rows } = await mapOf(
      [],
      [measured('open-model', 600, { metrics: [{ ...share('acc', 600, 1000), higherIsBetter: null }] })],
    );
    expect(rows).toEqual([]);
  });

  it('have no verdict where an interval is missing', async () => {
    const without = [{ ...share('acc', 800, 1000), lower: null, upper: null }];
    const { rows } = await mapOf(
      [],
      [measured('open-model', 800, { metrics: without }), measured('gpt-3.5-turbo', 600)],
    );
    expect(rows[0]?.verdicts['gpt-3.5']?.verdict).toEqual({
      kind: 'unknown-error',
      difference: expect.closeTo(0.2, 9),
    });
  });
});

describe('the table for a compact picture', () => {
  it('has most of the three, then is ours, then says how it was asked, then is the newest', async () => {
    const all = ['open-model', 'gpt-3.5-turbo', 'gpt-4'];
    const { rows } = await mapOf(
      [
        ...all.map((id) => scored(id, 1, { source: 'arxiv:2301.00001', table: 'old' })),
        ...all.map((id) => scored(id, 1, { source: 'gh:owner/repo blog/2023-06-22-post.md', table: 'new' })),
        ...all.map((id) => scored(id, 1, { source: 'somewhere', table: 'undated' })),
        ...all.map((id) => scored(id, 1, { source: 'arxiv:2401.00001', setting: null })),
        ...all.slice(0, 2).map((id) => scored(id, 1, { source: 'arxiv:2402.00001', table: 'newest of two' })),
      ],
      [measured('open-model', 800), measured('gpt-3.5-turbo', 600)],
    );
    expect(rows[0]?.columns.map(({ source, date }) => [source, date])).toEqual([
      ['gh:owner/repo blog/2023-06-22-post.md', '2023-06'],
      ['arxiv:2301.00001', '2023-01'],
      ['somewhere', undefined],
      ['arxiv:2401.00001', '2024-01'],
      [undefined, '2023-11'],
      ['arxiv:2402.00001', '2024-02'],
    ]);
  });
});

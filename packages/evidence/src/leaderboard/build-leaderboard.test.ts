import type { ModelCard } from '@understudy/catalog';
import { describe, expect, it } from 'vitest';
import { readMeasurements } from '../measurements/read-measurements.js';
import { fakeBenchmark, fakeCard } from '../testing/fake-card.js';
import { fakeCatalog, FakeResults, fakeRun, fakeTask, share, type FakeRun } from '../testing/fake-results.js';
import type { BoardQuery } from './board-query.js';
import { buildLeaderboard } from './build-leaderboard.js';
import type { Leaderboard } from './leaderboard.js';

const BENCHMARKS = [
  fakeBenchmark('boolq', 'reading'),
  fakeBenchmark('hellaswag', 'commonsense'),
  fakeBenchmark('winogrande', 'commonsense'),
  fakeBenchmark('piqa', 'commonsense'),
];

const task = (name: string, right: number, count = 1000) =>
  fakeTask({ task: name, documentsTotal: count, documentsExpected: count, metrics: [share('acc', right, count)] });

const model = (name: string, tasks: FakeRun['tasks']) =>
  fakeRun({ id: `run-${name}`, identity: name, model: name }, tasks);

const licence = (commercialUse: ModelCard['licence']['commercialUse']) => ({ ...fakeCard().licence, commercialUse });

const areasOfA = (shown: Leaderboard) => shown.rows.find((row) => row.model.name === 'a')?.areas;

const shots = (name: string, numFewshot: number) => model(name, [fakeTask({ task: 'boolq', numFewshot })]);

async function board(runs: readonly FakeRun[], query: BoardQuery = {}, given: Parameters<typeof fakeCatalog>[0] = {}) {
  const catalog = fakeCatalog({ benchmarks: BENCHMARKS, ...given });
  return buildLeaderboard(await readMeasurements(new FakeResults(runs), catalog), catalog, query);
}

describe('a leaderboard', () => {
  it('groups columns by area in the order of the areas, and links each cell to its run', async () => {
    const { columns, rows } = await board([
      model('a', [task('boolq', 700), task('unheard-of', 1), task('winogrande', 600), task('hellaswag', 500)]),
    ]);
    expect(columns.map(({ area, setting }) => [area, setting.task])).toEqual([
      ['commonsense', 'hellaswag'],
      ['commonsense', 'winogrande'],
      ['reading', 'boolq'],
      [undefined, 'unheard-of'],
    ]);
    expect(rows[0]?.cells[0]).toMatchObject({ value: 0.5, count: 1000, runId: 'run-a', otherRuns: [] });
  });

  it('puts the settings of one task side by side, the one that most models have first', async () => {
    const { columns, areas, rows } = await board([shots('a', 0), shots('b', 5), shots('c', 5)]);
    expect(columns.map(({ setting, models }) => [setting.numFewshot, models])).toEqual([
      [5, 2],
      [0, 1],
    ]);
    // The mean is made of one setting: a model asked in the other has none.
    expect(areas).toEqual([{ area: 'reading', columns: [columns[0]?.key], models: 2 }]);
    expect(rows.map((row) => [row.model.name, row.areas.length])).toEqual([
      ['b', 1],
      ['c', 1],
      ['a', 0],
    ]);
  });

  it('shows the metric that a task is quoted by, and all on demand', async () => {
    const both = [share('acc', 400, 1000), share('acc_norm', 500, 1000)];
    const runs = [
      model('a', [fakeTask({ task: 'hellaswag', metrics: both }), fakeTask({ task: 'boolq', metrics: both })]),
    ];
    const shown = async (query: BoardQuery) =>
      (await board(runs, query)).columns.map(({ setting }) => `${setting.task} ${setting.metric}`);
    expect(await shown({})).toEqual(['hellaswag acc_norm', 'boolq acc']);
    expect(await shown({ tasks: ['hella*'] })).toEqual(['hellaswag acc_norm']);
    expect(await shown({ allMetrics: true })).toEqual([
      'hellaswag acc_norm',
      'hellaswag acc',
      'boolq acc',
      'boolq acc_norm',
    ]);
  });

  it('finds tasks by name, pattern and key', async () => {
    const runs = [model('a', [task('boolq', 1), task('piqa', 1), task('winogrande', 1)])];
    const [first] = (await board(runs)).columns;
    const shown = async (...tasks: string[]) =>
      (await board(runs, { tasks })).columns.map(({ setting }) => setting.task);
    expect(await shown('bool*')).toEqual(['boolq']);
    expect(await shown('boolq', 'piqa')).toEqual(['piqa', 'boolq']);
    expect(await shown('bool.')).toEqual([]);
    expect(await shown(first?.key ?? '')).toEqual([first?.setting.task]);
    expect((await board(runs, { areas: ['reading'] })).columns.map(({ setting }) => setting.task)).toEqual(['boolq']);
  });
});

describe('the mean of an area', () => {
  it('is of raw values, for models that have all of its columns', async () => {
    const { areas, rows } = await board([
      model('a', [task('hellaswag', 500), task('winogrande', 700)]),
      model('b', [task('hellaswag', 500)]),
      model('c', [task('hellaswag', 300), task('winogrande', 500)]),
    ]);
    expect(areas.map(({ area, columns, models }) => [area, columns.length, models])).toEqual([['commonsense', 2, 2]]);
    expect(rows.map((row) => [row.model.name, row.areas[0]?.value])).toEqual([
      ['a', 0.6],
      ['c', 0.4],
      ['b', undefined],
    ]);
    const own = rows[0]?.cells.map(({ standardError }) => standardError ?? 0) ?? [];
    expect(rows[0]?.areas[0]?.standardError).toBeCloseTo(Math.hypot(...own) / 2, 12);
  });

  it('leaves out a task that few were asked, so that it takes nobody’s mean away', async () => {
    const two = [task('hellaswag', 500), task('winogrande', 700)];
    const runs = [model('a', [...two, task('piqa', 900)]), model('b', two), model('c', two), model('d', two)];
    const { areas, columns } = await board(runs);
    const keys = columns.filter(({ setting }) => setting.task !== 'piqa').map(({ key }) => key);
    expect(areas).toEqual([{ area: 'commonsense', columns: keys, models: 4 }]);
    // Who names the tasks gets all of them.
    expect((await board(runs, { tasks: ['*'] })).areas).toMatchObject([{ models: 1, columns: { length: 3 } }]);
  });

  it('does not change with the models that are shown', async () => {
    const two = [task('hellaswag', 500), task('winogrande', 700)];
    const runs = [model('a', [...two, task('piqa', 900)]), model('b', two), model('c', two)];
    const cards = [fakeCard({ id: 'a' })];
    const filtered = await board(runs, { criteria: { isOpen: true } }, { cards });
    expect(filtered.rows).toHaveLength(1);
    expect(areasOfA(filtered)).toEqual(areasOfA(await board(runs, {}, { cards })));
  });

  it('takes one of two columns that ask the same benchmark', async () => {
    const benchmarks = [fakeBenchmark('boolq', 'reading', ['boolq', 'boolq_generate'])];
    const { areas } = await board(
      [model('a', [task('boolq', 500), task('boolq_generate', 700, 500)])],
      {},
      { benchmarks },
    );
    expect(areas).toMatchObject([{ area: 'reading', columns: [expect.stringMatching(/^boolq~/)] }]);
  });

  it('is not made of perplexities', async () => {
    const perplexity = { ...share('word_perplexity', 1, 2), isProportion: false, higherIsBetter: false };
    const { areas, rows } = await board([model('a', [fakeTask({ task: 'boolq', metrics: [perplexity] })])]);
    expect([areas, rows[0]?.cells[0]?.isUnderpowered]).toEqual([[], null]);
  });
});

describe('marks', () => {
  it('say where a sample is too small to rank by', async () => {
    const { rows } = await board([model('a', [task('boolq', 60, 100), task('hellaswag', 600, 1000)])]);
    // ±9.6 points and ±3 points.
    expect(rows[0]?.cells.map(({ isUnderpowered }) => isUnderpowered)).toEqual([false, true]);
  });

  it('tell contamination as sources do, of a model and of those tuned from it, and of no others', async () => {
    const base = fakeCard({ id: 'base' });
    const tuned = fakeCard({ id: 'tuned', baseModel: { value: 'base', sources: ['made up'] } });
    const contaminations = [
      { models: ['base'], benchmark: 'boolq', finding: 'trained' as const, statement: 'made up', sources: ['x'] },
      // What was tuned from a clean model may have been tuned on the benchmark.
      { models: ['base'], benchmark: 'piqa', finding: 'clean' as const, statement: 'made up', sources: ['x'] },
    ];
    const both = [task('boolq', 700), task('piqa', 700)];
    const { rows } = await board(
      [model('base', both), model('tuned', both), model('other', both)],
      {},
      { cards: [base, tuned, fakeCard({ id: 'other' })], contaminations },
    );
    const marks = rows.map((row) => [
      row.model.name,
      row.cells.map(({ contamination }) => contamination.length),
      row.areas.map(({ contamination }) => contamination.length),
    ]);
    expect(marks).toEqual([
      ['base', [1, 1], [1, 1]],
      ['other', [0, 0], [0, 0]],
      ['tuned', [0, 1], [0, 1]],
    ]);
  });
});

describe('filters', () => {
  const cards = [
    fakeCard({ id: 'small', licence: licence('yes'), released: { value: '2023-07-18', sources: ['x'] } }),
    fakeCard({
      id: 'large',
      licence: licence('conditional'),
      parameters: { value: 7e9, basis: 'counted', sources: ['x'] },
      languages: { value: ['en', 'zh'], sources: ['x'] },
      released: { value: '2024-02', sources: ['x'] },
    }),
    fakeCard({
      id: 'closed',
      licence: licence('no'),
      weights: { status: 'closed', repositories: [], sources: ['x'], file: null },
      parameters: null,
    }),
  ];
  const runs = ['small', 'large', 'closed', 'cardless'].map((name) => model(name, [task('boolq', 1)]));

  it.each<[string, BoardQuery['criteria'], readonly string[]]>([
    ['none', undefined, ['cardless', 'closed', 'large', 'small']],
    ['nothing asked', { commercialUses: [], languages: [], isOpen: false }, ['cardless', 'closed', 'large', 'small']],
    ['commercial use', { commercialUses: ['yes', 'conditional'] }, ['large', 'small']],
    ['open weights', { isOpen: true }, ['large', 'small']],
    ['size', { maxParameters: 1e9 }, ['small']],
    ['language', { languages: ['zh'] }, ['large']],
    ['languages', { languages: ['en', 'zh'] }, ['large']],
    ['release from', { releasedSince: '2024' }, ['large']],
    ['release from a day of a month', { releasedSince: '2024-02-10' }, ['large']],
    ['several', { isOpen: true, languages: ['en'], releasedSince: '2024-03' }, []],
  ])('by %s', async (_name, criteria, names) => {
    const { rows } = await board(runs, { criteria }, { cards });
    expect(rows.map((row) => row.model.name)).toEqual(names);
  });
});

import { SAMPLE_MARKS, PAIR_OUTCOMES, type PairQuery, type SampleQuery, type Store } from '@understudy/store';
import { type BuiltDatabase, TASK } from './build-database.js';

/** A query by its name, and what it is asked of. */
export interface NamedQuery {
  readonly name: string;
  /** How many samples or pairs it found. */
  readonly run: (store: Store) => Promise<number>;
  /** Whether it has to answer in 100 ms. */
  readonly isAsked: boolean;
}

/** The columns of the task that the database is of. */
const COLUMNS = ['acc,none', 'acc_norm,none', 'margin'] as const;
const DIRECTIONS = ['ascending', 'descending'] as const;

/** Everything that a reader of samples can ask. */
export function queriesOf({ runIds: [firstRun, secondRun] }: Pick<BuiltDatabase, 'runIds'>): readonly NamedQuery[] {
  const samples = (name: string, query: Omit<SampleQuery, 'runId' | 'task'>): NamedQuery => ({
    name,
    run: async (store) => (await store.browseSamples({ runId: firstRun, task: TASK, ...query })).total,
    isAsked: true,
  });
  const margin = { sort: { column: 'margin', direction: 'ascending' } } as const;
  const pairs = { firstRun, secondRun, task: TASK };
  const pairsOf = (name: string, query: Omit<PairQuery, keyof typeof pairs>): NamedQuery => ({
    name,
    run: async (store) => (await store.browsePairs({ ...pairs, ...query })).total,
    isAsked: true,
  });
  const sorts = COLUMNS.flatMap((column) => DIRECTIONS.map((direction) => ({ column, direction })));
  const wrong = { column: 'acc,none', least: 0, largest: 0 };
  const close = { column: 'margin', least: -0.01, largest: 0.01 };
  return [
    samples('first 50', {}),
    samples('next page, far in', { cursor: '765432' }),
    ...sorts.map((sort) => samples(`sort ${sort.column} ${sort.direction}`, { sort })),
    samples('page before, far in', { cursor: '<765432' }),
    samples('next page of sort margin', { ...margin, cursor: '5000:0.5' }),
    samples('page before of sort margin', { ...margin, cursor: '<5000:0.5' }),
    samples('page before of sort acc, far in', {
      sort: { column: 'acc,none', direction: 'ascending' },
      cursor: '<765432:1',
    }),
    {
      name: 'neighbours in sort margin',
      run: async (store) =>
        (await store.sampleNeighbours({ ...margin, runId: firstRun, task: TASK, docId: 765_432 })).total,
      isAsked: true,
    },
    samples('filter acc = 0', { range: wrong }),
    samples('filter |margin| < 0.01', { range: close }),
    samples('filter margin > 5', { range: { column: 'margin', least: 5 } }),
    ...SAMPLE_MARKS.map((mark) => samples(`mark ${mark}`, { marks: [mark] })),
    ...sorts.map((sort) => samples(`acc = 0, sort ${sort.column} ${sort.direction}`, { range: wrong, sort })),
    samples('|margin| < 0.01, tie or failed, sort acc_norm', {
      range: close,
      marks: ['tie', 'failed'],
      sort: { column: 'acc_norm,none', direction: 'descending' },
    }),
    pairsOf('pairs, next page, far in', { column: 'acc,none', cursor: '765432' }),
    pairsOf('pairs, page before, far in', { column: 'acc,none', cursor: '<765432' }),
    pairsOf('pairs margin, page before', { column: 'margin', sort: 'ascending', cursor: '<5000:0.5' }),
    ...PAIR_OUTCOMES.map((outcome) => pairsOf(`pairs ${outcome}`, { column: 'acc,none', outcome })),
    ...DIRECTIONS.map((sort) => pairsOf(`pairs margin ${sort}`, { column: 'margin', sort })),
    {
      name: 'count pairs acc',
      run: async (store) => (await store.countPairs({ ...pairs, column: 'acc,none' })).matched,
      isAsked: false,
    },
    {
      name: 'columns',
      run: async (store) => (await store.sampleColumns(firstRun, TASK)).length,
      isAsked: true,
    },
    {
      name: 'progress',
      run: async (store) => (await store.progressOf(firstRun)).tasks.reduce((sum, { stored }) => sum + stored, 0),
      isAsked: true,
    },
  ];
}

import { describe, expect, it } from 'vitest';
import type { SamplePage, SampleQuery } from '../browse/browse.js';
import type { FilterOutcome, Sample } from '../sample.js';
import type { Store } from '../store.js';
import { makeRun, makeSample, makeTask } from './make-run.js';
import type { StorePlace } from './store-place.js';

/** What every store must hold to about looking through samples. */
export function describeBrowsing(name: string, makePlace: () => StorePlace): void {
  describe(`${name}: browsing samples`, () => {
    it('tells what samples can be sorted and filtered by', async () => {
      await using store = await makePlace().open();
      const samples = makeVaried(100);
      const runId = await fill(store, samples);
      const margins = samples.map((sample) => valueOf(sample, 'margin')).filter((value) => !Number.isNaN(value));
      const [least, largest] = [Math.min(...margins), Math.max(...margins)];
      expect(await store.sampleColumns(runId, 'arc_easy')).toEqual([
        { name: 'acc,none', kind: 'metric', count: 90, least: 0, largest: 1, isBinary: true },
        { name: 'bleu,strict', kind: 'metric', count: 50, least: -Infinity, largest: 33, isBinary: false },
        { name: 'margin', kind: 'margin', count: 90, least, largest, isBinary: false },
      ]);
      expect(least).toBeLessThan(0);
    });

    it.each(QUERIES)('gives the pages that sorting and filtering all samples gives: %j', async (query) => {
      await using store = await makePlace().open();
      const samples = makeVaried(100);
      const runId = await fill(store, samples);
      const pages = await allPages(store, { runId, task: 'arc_easy', limit: 7, ...query });
      const expected = bruteForce(samples, query);
      expect(pages.flatMap(({ rows }) => rows.map((row) => row.docId))).toEqual(expected);
      expect(new Set(pages.map((page) => page.total))).toEqual(new Set([expected.length]));
      expect(pages.map((page) => page.before)).toEqual(pages.map((_, page) => 7 * page));
      // Where nothing fits there is one page, an empty one.
      expect(pages).toHaveLength(Math.max(1, Math.ceil(expected.length / 7)));
    });

    it.each(QUERIES)('turns back through the same pages: %j', async (query) => {
      await using store = await makePlace().open();
      const runId = await fill(store, makeVaried(100));
      const asked = { runId, task: 'arc_easy', limit: 7, ...query };
      const pages = await allPages(store, asked);
      const back = [pages.at(-1)];
      for (let cursor = back[0]?.previous; cursor !== undefined; cursor = back[0]?.previous) {
        back.unshift(await store.browseSamples({ ...asked, cursor }));
      }
      expect(back).toEqual(pages);
    });

    it('gives the first page in full where there is too little before a row, and says what is before a page behind the last row', async () => {
      await using store = await makePlace().open();
      const runId = await fill(store, makeVaried(20));
      const query = { runId, task: 'arc_easy', limit: 7 };
      const first = await store.browseSamples(query);
      expect(await store.browseSamples({ ...query, cursor: `<${3 * STEP}` })).toEqual(first);
      expect(await store.browseSamples({ ...query, cursor: '<0' })).toEqual(first);
      const fitting = await store.browseSamples({ ...query, cursor: `<${9 * STEP}` });
      expect(fitting).toMatchObject({ before: 2, total: 20, previous: `<${2 * STEP}`, next: String(8 * STEP) });
      const behindAll = await store.browseSamples({ ...query, cursor: String(40 * STEP) });
      expect(behindAll).toEqual({ rows: [], previous: undefined, next: undefined, before: 20, total: 20 });
    });

    it.each(QUERIES)('tells what stands before and after a sample: %j', async (query) => {
      await using store = await makePlace().open();
      const samples = makeVaried(100);
      const runId = await fill(store, samples);
      const expected = bruteForce(samples, query);
      const total = expected.length;
      for (let position = 0; position < total; position += position === 0 ? 1 : 12) {
        const docId = expected[position] ?? Number.NaN;
        const [previous, next] = [expected[position - 1], expected[position + 1]];
        const found = await store.sampleNeighbours({ runId, task: 'arc_easy', ...query, docId });
        expect(found).toEqual({ position, previous, next, total });
      }
      const missing = await store.sampleNeighbours({ runId, task: 'arc_easy', ...query, docId: 100 * STEP });
      expect(missing).toEqual({ position: undefined, previous: undefined, next: undefined, total });
    });

    it('gives a row its metrics, flags and values, without the texts', async () => {
      await using store = await makePlace().open();
      const runId = await fill(store, makeVaried(3));
      const { rows } = await store.browseSamples({ runId, task: 'arc_easy' });
      expect(rows[2]).toEqual({
        docId: 2 * STEP,
        failed: false,
        outcomes: makeVaried(3)[2]?.outcomes.map(({ filter, metrics }) => ({ filter, metrics })),
        flags: { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 2 },
        values: { 'acc,none': 0, 'bleu,strict': -Infinity, margin: 1.25 - 2 * STEP },
      });
    });

    it('turns to a document by its number', async () => {
      await using store = await makePlace().open();
      const runId = await fill(store, makeVaried(100));
      const page = await store.browseSamples({ runId, task: 'arc_easy', cursor: String(42 * STEP - 1), limit: 2 });
      expect(page.rows.map((row) => row.docId)).toEqual([42 * STEP, 43 * STEP]);
    });

    it('finds a document in its new place when another sample takes that of a failed one', async () => {
      await using store = await makePlace().open();
      const failed = makeSample(1, { failed: true, outcomes: [] });
      const runId = await fill(store, [makeSample(0), failed, makeSample(2)]);
      const byMargin = { runId, task: 'arc_easy', sort: { column: 'margin', direction: 'descending' } } as const;
      expect(await documents(store, byMargin)).toEqual([2, 0, 1]);
      expect(await documents(store, { runId, task: 'arc_easy', marks: ['failed'] })).toEqual([1]);
      await store.appendBatch({ runId, samples: [makeSample(1)], responses: [] });
      await store.appendBatch({ runId, samples: [failed, makeSample(1, { outcomes: [] })], responses: [] });
      expect(await documents(store, byMargin)).toEqual([1, 2, 0]);
      expect(await documents(store, { runId, task: 'arc_easy', marks: ['failed'] })).toEqual([]);
      expect((await store.sampleColumns(runId, 'arc_easy')).map((column) => column.count)).toEqual([3, 3, 3]);
    });

    it('takes the first good sample where a batch has a document twice', async () => {
      await using store = await makePlace().open();
      const failed = makeSample(0, { failed: true, outcomes: [] });
      const runId = await fill(store, [failed, makeSample(0), makeSample(0, { outcomes: [] })]);
      expect((await store.browseSamples({ runId, task: 'arc_easy' })).rows).toMatchObject([
        { docId: 0, failed: false, values: { 'acc,none': 0, 'acc_norm,none': 1 } },
      ]);
      expect((await store.progressOf(runId)).tasks).toMatchObject([{ stored: 1, failed: 0 }]);
    });

    it('keeps the samples of other tasks and runs out, and says what it does not know', async () => {
      await using store = await makePlace().open();
      const runId = await fill(store, [makeSample(0)]);
      const other = await fill(store, [makeSample(5)]);
      await store.addTask(runId, makeTask({ task: 'piqa' }));
      expect(await documents(store, { runId: other, task: 'arc_easy' })).toEqual([5]);
      expect(await store.browseSamples({ runId, task: 'piqa' })).toEqual({
        rows: [],
        previous: undefined,
        next: undefined,
        before: 0,
        total: 0,
      });
      expect(await store.sampleColumns(runId, 'piqa')).toEqual([]);
      const query = { runId, task: 'arc_easy' };
      await expect(store.browseSamples({ runId, task: 'boolq' })).rejects.toMatchObject({ code: 'run-task-missing' });
      await expect(store.browseSamples({ ...query, range: { column: 'f1,none' } })).rejects.toMatchObject({
        party: 'user',
        code: 'sample-column-unknown',
      });
      for (const cursor of ['x', '1:2', '-1', '<', '']) {
        await expect(store.browseSamples({ ...query, cursor })).rejects.toMatchObject({ code: 'cursor-malformed' });
      }
    });
  });
}

const QUERIES: readonly Omit<SampleQuery, 'runId' | 'task'>[] = [
  {},
  ...['acc,none', 'bleu,strict', 'margin'].flatMap((column) => [
    { sort: { column, direction: 'ascending' } } as const,
    { sort: { column, direction: 'descending' } } as const,
    { range: { column, least: 0 } },
  ]),
  { range: { column: 'margin', least: 1000, largest: 3000.75 } },
  { range: { column: 'acc,none', least: 1 }, sort: { column: 'bleu,strict', direction: 'descending' } },
  { range: { column: 'margin', largest: 5000 }, sort: { column: 'margin', direction: 'descending' } },
  { marks: ['tie'] },
  { marks: ['failed', 'tie'], sort: { column: 'margin', direction: 'ascending' } },
  {
    marks: ['cached'],
    range: { column: 'bleu,strict', largest: 10 },
    sort: { column: 'acc,none', direction: 'ascending' },
  },
  { marks: ['truncatedAnswer'] },
];

/** Between the documents' numbers, so that they lie in several chunks. */
const STEP = 98;

/** Samples over several chunks; every tenth failed, every second has a second filter, some values are equal, one is infinite. */
function makeVaried(count: number): readonly Sample[] {
  return Array.from({ length: count }, (_, index) => {
    const sample = makeSample(index * STEP);
    if (index % 10 === 9) return makeSample(index * STEP, { failed: true, outcomes: [] });
    const right = Number(index % 3 === 0);
    const bleu = index === 2 ? -Infinity : (index % 60) / 2 - 0.75 * (index % 4) + 15 * Number(index > 60);
    const outcomes: FilterOutcome[] = [
      { filter: 'none', metrics: { acc: right, ppl: [1, 2] as const, nan: Number.NaN }, filteredResponses: [] },
      ...(index % 2 === 0 ? [{ filter: 'strict', metrics: { bleu }, filteredResponses: [] }] : []),
    ];
    return { ...sample, outcomes, flags: { ...sample.flags, ties: Number(index % 25 === 0) } };
  });
}

/** A value by the definition of its column, for samples as `makeVaried` makes them; NaN: none. */
function valueOf({ docId, failed, outcomes }: Sample, column: string): number {
  if (failed) return Number.NaN;
  const metricOf = (name: string): unknown => {
    const [metric = '', filter] = name.split(',');
    return outcomes.find((outcome) => outcome.filter === filter)?.metrics[metric];
  };
  if (column === 'margin') return (metricOf('acc,none') === 1 ? 1 : -1) * Math.abs(docId - 1.25);
  return Number(metricOf(column) ?? Number.NaN);
}

/** The same answer by other means: from the samples themselves. */
function bruteForce(samples: readonly Sample[], { range, marks, sort }: Omit<SampleQuery, 'runId' | 'task'>) {
  const isMarked = (sample: Sample): boolean =>
    marks === undefined ||
    (marks.includes('failed') && sample.failed) ||
    (marks.includes('tie') && sample.flags.ties > 0) ||
    (marks.includes('cached') && sample.flags.cachedResponses > 0);
  const fits = (sample: Sample): boolean => {
    if (range === undefined) return true;
    const value = valueOf(sample, range.column);
    return value >= (range.least ?? -Infinity) && value <= (range.largest ?? Infinity);
  };
  const found = samples.filter((sample) => isMarked(sample) && fits(sample));
  if (sort === undefined) return found.map((sample) => sample.docId);
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const valued = found.filter((sample) => !Number.isNaN(valueOf(sample, sort.column)));
  const valueless = found.filter((sample) => Number.isNaN(valueOf(sample, sort.column)));
  valued.sort((a, b) => {
    const [first, second] = [valueOf(a, sort.column), valueOf(b, sort.column)];
    return first === second ? a.docId - b.docId : sign * (first < second ? -1 : 1);
  });
  return [...valued, ...valueless].map((sample) => sample.docId);
}

async function fill(store: Store, samples: readonly Sample[]): Promise<string> {
  const { id } = await store.createRun(makeRun());
  await store.addTask(id, makeTask());
  await store.appendBatch({ runId: id, samples, responses: [] });
  return id;
}

async function allPages(store: Store, query: SampleQuery): Promise<readonly SamplePage[]> {
  const pages: SamplePage[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await store.browseSamples({ ...query, cursor });
    pages.push(page);
    cursor = page.next;
    if (cursor === undefined) return pages;
  }
}

async function documents(store: Store, query: SampleQuery): Promise<readonly number[]> {
  return (await store.browseSamples(query)).rows.map((row) => row.docId);
}

import { describe, expect, it } from 'vitest';
import { PAIR_OUTCOMES, type PairPage, type PairQuery } from '../browse/browse.js';
import type { Sample } from '../sample.js';
import type { Store } from '../store.js';
import { makeRun, makeSample, makeTask } from './make-run.js';
import type { StorePlace } from './store-place.js';

/** What every store must hold to about comparing two runs sample by sample. */
export function describePairs(name: string, makePlace: () => StorePlace): void {
  describe(`${name}: pairs of samples`, () => {
    it('counts and pages through the documents of each outcome', async () => {
      await using store = await makePlace().open();
      const runs = await fillBoth(store, scored([1, 0, 1, 0, 1, 1]), scored([1, 0, 0, 1, 0, 0]));
      expect(await store.countPairs({ ...runs, column: 'acc,none' })).toEqual({
        matched: 6,
        onlyInFirst: 0,
        onlyInSecond: 0,
        promptsDiffering: 0,
        withoutValue: 0,
        different: 4,
        binary: { both: 1, neither: 1, onlyFirst: 3, onlySecond: 1 },
        sumOfFirst: 4,
        sumOfSecond: 2,
        sumOfDifferences: 2,
        sumOfSquares: 4,
      });
      const found = await Promise.all(
        PAIR_OUTCOMES.map(async (outcome) =>
          documents(await allPages(store, { ...runs, column: 'acc,none', outcome })),
        ),
      );
      expect(found).toEqual([[0], [1], [2, 4, 5], [3], [2, 3, 4, 5]]);
    });

    it('sorts by the difference, equal ones by document', async () => {
      await using store = await makePlace().open();
      const runs = await fillBoth(
        store,
        scored([0.5, 2, -Infinity, 7, 1, 3]),
        scored([0.25, 4, -Infinity, 5, 3, -Infinity]),
      );
      const query = { ...runs, column: 'acc,none' };
      expect(documents(await allPages(store, { ...query, sort: 'ascending' }))).toEqual([1, 4, 2, 0, 3, 5]);
      expect(documents(await allPages(store, { ...query, sort: 'descending' }))).toEqual([5, 3, 0, 2, 1, 4]);
      const [page] = await allPages(store, { ...query, limit: 1 });
      expect(page).toMatchObject({ total: 6, rows: [{ docId: 0, first: 0.5, second: 0.25, samePrompt: true }] });
      expect(await store.countPairs(query)).toMatchObject({
        different: 5,
        binary: undefined,
        sumOfDifferences: Infinity,
      });
    });

    it.each(['document', 'ascending', 'descending'] as const)(
      'turns back through the same pages by %s, documents under other numbers and documents that are there twice among them',
      async (sort) => {
        await using store = await makePlace().open();
        const first = scored([1, 0.5, 0.5, 3, 2, 0.5, 1, 0.25, 4]);
        const second = scored([0.5, 1, 0.5, 3, -Infinity, 1, 4, 0.5, 4]).map((sample) => ({
          ...sample,
          docId: sample.docId + 3000 * (sample.docId % 2),
        }));
        const runs = await fillBoth(
          store,
          [...first, ...scored([7]).map((sample) => twice({ ...sample, docId: 5000 }))],
          [...second, ...scored([9]).map((sample) => twice({ ...sample, docId: 7000 }))],
        );
        const query = { ...runs, column: 'acc,none', sort, limit: 2 };
        const pages = await allPages(store, query);
        expect(pages.map((page) => page.before)).toEqual([0, 2, 4, 6, 8]);
        const back = [pages.at(-1)];
        for (let cursor = back[0]?.previous; cursor !== undefined; cursor = back[0]?.previous) {
          back.unshift(await store.browsePairs({ ...query, cursor }));
        }
        expect(back).toEqual(pages);
        expect(await store.browsePairs({ ...query, cursor: back[1]?.previous })).toEqual(pages[0]);
      },
    );

    it('pairs equal documents under other numbers, and tells of those without a partner or a value', async () => {
      await using store = await makePlace().open();
      const shifted = scored([1, 1, 0, 0]).map((sample) => ({ ...sample, docId: sample.docId + 3000 }));
      const prompt = 'f'.repeat(64);
      const second = [
        ...shifted.slice(0, 3),
        makeSample(4, { failed: true, outcomes: [] }),
        makeSample(5, { hashes: { ...makeSample(5).hashes, prompt } }),
        makeSample(9),
      ];
      const runs = await fillBoth(store, scored([1, 0, 0, 0, 1, 1]), second);
      expect(await store.countPairs({ ...runs, column: 'acc,none' })).toMatchObject({
        matched: 5,
        onlyInFirst: 1,
        onlyInSecond: 1,
        promptsDiffering: 1,
        withoutValue: 1,
        binary: { both: 2, neither: 1, onlyFirst: 0, onlySecond: 1 },
      });
      const { rows } = await store.browsePairs({ ...runs, column: 'acc,none' });
      expect(rows.map((row) => [row.docId, row.secondDocId, row.samePrompt])).toEqual([
        [0, 3000, true],
        [1, 3001, true],
        [2, 3002, true],
        [5, 5, false],
      ]);
    });

    it('compares by any column, and says which it does not know', async () => {
      await using store = await makePlace().open();
      const runs = await fillBoth(store, scored([1, 0, 1]), scored([1, 1, 1]));
      const { rows } = await store.browsePairs({ ...runs, column: 'margin' });
      expect(rows).toMatchObject([{ first: 1.25 }, { first: -0.25 }, { first: 0.75 }]);
      await expect(store.countPairs({ ...runs, column: 'f1,none' })).rejects.toMatchObject({
        code: 'sample-column-unknown',
      });
    });
  });
}

/** The sample, of the same document as that of number 1. */
function twice(sample: Sample): Sample {
  return { ...sample, hashes: makeSample(1).hashes };
}

/** Samples of documents 0, 1, 2 … with these values of `acc`. */
function scored(values: readonly number[]): readonly Sample[] {
  return values.map((acc, docId) => {
    const outcomes = [{ filter: 'none', metrics: { acc }, filteredResponses: [] }];
    // A target of several answers tells nothing of the right one.
    return makeSample(docId, { outcomes, target: '[0, 1]' });
  });
}

async function fillBoth(store: Store, first: readonly Sample[], second: readonly Sample[]) {
  const runIds: string[] = [];
  for (const samples of [first, second]) {
    const { id } = await store.createRun(makeRun());
    await store.addTask(id, makeTask());
    await store.appendBatch({ runId: id, samples, responses: [] });
    runIds.push(id);
  }
  const [firstRun = '', secondRun = ''] = runIds;
  return { firstRun, secondRun, task: 'arc_easy' };
}

async function allPages(store: Store, query: PairQuery): Promise<readonly PairPage[]> {
  const pages: PairPage[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await store.browsePairs({ limit: 2, ...query, cursor });
    pages.push(page);
    cursor = page.next;
    if (cursor === undefined) return pages;
  }
}

function documents(pages: readonly PairPage[]): readonly number[] {
  return pages.flatMap(({ rows }) => rows.map((row) => row.docId));
}

import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../interval.js';
import { annotate, type Mark } from '../testing/annotate.js';
import { agreementBetween, agreementWithin } from './agreement.js';

const NO_INTERVALS = { rounds: 0 };
const VOTES = { labels: ['a', 'b', 'tie'], tie: 'tie' };

/** One item a word, one label a letter: a, b or t for a tie; a dot is a missing one. */
const marksOf = (words: string): readonly Mark[] =>
  words
    .split(' ')
    .flatMap((word, item) =>
      Array.from(word).flatMap((letter, rater) =>
        letter === '.' ? [] : [{ item: `${item}`, rater: `${rater}`, label: letter === 't' ? 'tie' : letter }],
      ),
    );
const votes = (words: string) => annotate(marksOf(words), VOTES);

const widthOf = (interval: Interval | undefined): number => (interval?.upper ?? 0) - (interval?.lower ?? 0);

describe('agreement within', () => {
  it('counts a tie against a decision as a half, and leaves it out of non-tie', () => {
    const { exact, tieDiscounted, nonTie, comparisons } = agreementWithin(votes('ab aa at tt'), NO_INTERVALS);
    expect([exact.value, tieDiscounted.value, nonTie.value]).toEqual([2 / 4, 2.5 / 4, 1 / 2]);
    expect([comparisons, exact.count, nonTie.count]).toEqual([4, 4, 2]);
  });

  it('lets the busy item count for one when items are weighted', () => {
    const busy = votes('aaaaa ab');
    expect(agreementWithin(busy, NO_INTERVALS).exact.value).toBeCloseTo(10 / 11, 12);
    expect(agreementWithin(busy, { ...NO_INTERVALS, weighting: 'items' }).exact.value).toBeCloseTo(1 / 2, 12);
  });

  it('shows who says tie', () => {
    const [rates = []] = agreementWithin(votes('at bt tb'), NO_INTERVALS).tieRates;
    expect(rates.map(({ rater, ties, count }) => [rater, ties, count])).toEqual([
      [0, 1, 3],
      [1, 2, 3],
    ]);
  });

  it('takes the first of several labels of one rater', () => {
    const twice = [...marksOf('ab'), { item: '0', rater: '1', label: 'a' }];
    const { exact, repeated } = agreementWithin(annotate(twice, VOTES), NO_INTERVALS);
    expect([exact.value, exact.count, repeated]).toEqual([0, 1, 1]);
  });

  it('says nothing where nothing can be compared, and nothing of chance where there is one label only', () => {
    const alone = agreementWithin(votes('a.. .b.'), NO_INTERVALS);
    expect(alone.exact).toEqual({ value: undefined, interval: undefined, count: 0 });
    const same = agreementWithin(votes('aaa aaa'));
    expect(same.exact.value).toBe(1);
    expect(same.alpha.value).toBeUndefined();
    expect(same.kappa.value).toBeUndefined();
  });

  it('gives a perfect share the interval of Wilson, which is not [1, 1]', () => {
    // Wilson's for 4 of 4: n/(n + z²) = 4/(4 + 1.96²).
    const { interval } = agreementWithin(votes('aa bb aa bb')).exact;
    expect(interval?.lower).toBeCloseTo(4 / (4 + 1.959963984540054 ** 2), 9);
    expect(interval?.upper).toBe(1);
  });
});

describe('kappa', () => {
  it('of two raters is Cohen’s', () => {
    // J. Sim, C. C. Wright, Physical Therapy 85 (2005), table 1: 22, 2, 4, 11 of 39 patients, kappa 0.67.
    const cells = [
      ['aa', 22],
      ['ab', 2],
      ['ba', 4],
      ['bb', 11],
    ] as const;
    const words = cells.flatMap(([word, times]) => Array.from({ length: times }, () => word)).join(' ');
    const { kappa } = agreementWithin(votes(words));
    expect(kappa.kind).toBe('cohen');
    // scikit-learn 1.9.1, metrics.cohen_kappa_score: 0.6666666666666667.
    expect(kappa.value).toBeCloseTo(2 / 3, 12);
    expect(kappa.count).toBe(39);
    // The large-sample standard error of Fleiss, Cohen and Everitt is about 0.12.
    expect(kappa.interval?.lower).toBeGreaterThan(0.33);
    expect(kappa.interval?.lower).toBeLessThan(0.5);
    expect(kappa.interval?.upper).toBeLessThan(0.93);
  });

  it('of more raters is Fleiss’', () => {
    // The worked example of 10 subjects, 14 raters and 5 categories: kappa 0.210 (Wikipedia, Fleiss' kappa).
    const table = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const marks = table.flatMap((row, item) =>
      row
        .flatMap((times, label) => Array.from({ length: times }, () => label))
        .map((label, rater) => ({ item: `${item}`, rater: `${rater}`, label: `${label}` })),
    );
    const { kappa } = agreementWithin(annotate(marks, { labels: ['0', '1', '2', '3', '4'] }));
    expect(kappa.kind).toBe('fleiss');
    // P̄ = 0.37802…, P̄e = 0.21275…
    expect(kappa.value).toBeCloseTo(0.20993070442195522, 12);
    expect(kappa.count).toBe(10);
  });

  it('of Fleiss takes items with different numbers of raters, and leaves out those with one', () => {
    // P̄ = (1 + 1/3)/2; shares of a and b: 4/5, 1/5.
    const observed = 2 / 3;
    const expected = 0.64 + 0.04;
    expect(agreementWithin(votes('aa. aab b..'), NO_INTERVALS).kappa.value).toBeCloseTo(
      (observed - expected) / (1 - expected),
      12,
    );
  });
});

describe('agreement between', () => {
  it('takes pairs of one rater of each set, also of the same name', () => {
    const items = new Map([
      ['0', 0],
      ['1', 1],
    ]);
    const first = annotate(marksOf('ab tt'), { ...VOTES, items });
    const second = annotate(marksOf('a. at'), { ...VOTES, items });
    const { exact, tieDiscounted, nonTie } = agreementBetween(first, second, NO_INTERVALS);
    // Pairs: a–a, b–a; t–a, t–t, t–a, t–t.
    expect([exact.value, exact.count]).toEqual([3 / 6, 6]);
    expect(tieDiscounted.value).toBe(4 / 6);
    expect([nonTie.value, nonTie.count]).toEqual([1 / 2, 2]);
  });

  it('of two single raters is their agreement within', () => {
    const mark = record({ first: integer({ min: 0, max: 2 }), second: integer({ min: 0, max: 2 }) });
    assert(
      property(array(mark, { minLength: 2, maxLength: 40 }), (rows) => {
        const side = (pick: (row: { first: number; second: number }) => number, rater: string): readonly Mark[] =>
          rows.map((row, item) => ({ item: `${item}`, rater, label: VOTES.labels[pick(row)] ?? '' }));
        const x = side(({ first }) => first, 'x');
        const y = side(({ second }) => second, 'y');
        const within = agreementWithin(annotate([...x, ...y], VOTES), { rounds: 20, seed: 7 });
        const between = agreementBetween(annotate(x, VOTES), annotate(y, VOTES), { rounds: 20, seed: 7 });
        for (const name of ['exact', 'tieDiscounted', 'nonTie', 'kappa', 'alpha'] as const) {
          expect(between[name].count).toBe(within[name].count);
          expect(between[name].value ?? -9).toBeCloseTo(within[name].value ?? -9, 10);
        }
      }),
    );
  });
});

/** Items of five kinds in turn: item² mod 5 is 0, 1, 4, 4, 1. */
const mixed = (items: number): string =>
  Array.from({ length: items }, (_, item) => ['aab', 'abt', 'bbb', 'tta', 'aaa'][(item * item) % 5]).join(' ');

describe('the bootstrap', () => {
  it('is reproduced by its seed', () => {
    const once = agreementWithin(votes(mixed(300)), { seed: 5 });
    expect(agreementWithin(votes(mixed(300)), { seed: 5 })).toEqual(once);
    expect(agreementWithin(votes(mixed(300)), { seed: 6 }).exact.interval).not.toEqual(once.exact.interval);
  });

  // Of a thousand items and more they are drawn by kinds, see `resampledSums`.
  it.each([300, 3000])('has the width of the normal interval for a mean of %i independent items', (items) => {
    // The shares of aab, abt, aaa, aaa, abt.
    const shares = [1 / 3, 0, 1, 1, 0];
    const middle = shares.reduce((sum, share) => sum + share, 0) / 5;
    const deviation = Math.sqrt(shares.reduce((sum, share) => sum + (share - middle) ** 2, 0) / 5);
    const { lower = 0, upper = 0 } = agreementWithin(votes(mixed(items)), { rounds: 4000 }).exact.interval ?? {};
    expect((upper - lower) / (2 * 1.96 * (deviation / Math.sqrt(items)))).toBeCloseTo(1, 1);
  });

  it('is wider when whole clusters are drawn whose items are alike', () => {
    const words = Array.from({ length: 200 }, (_, index) => (Math.floor(index / 10) % 2 === 0 ? 'aa' : 'ab'));
    const alike = votes(words.join(' '));
    const of = Int32Array.from({ length: 200 }, (_, index) => Math.floor(index / 10));
    const items = widthOf(agreementWithin(alike).exact.interval);
    const clusters = widthOf(agreementWithin(alike, { clusters: { count: 20, of } }).exact.interval);
    // Ten alike items are worth one: the width grows by √10.
    expect(clusters / items).toBeGreaterThan(2.7);
    expect(clusters / items).toBeLessThan(3.7);
  });
});

import { describe, expect, test } from 'vitest';
import { readBattles } from '../battles/read/read-battles.js';
import { arenaPath, hasArenaData, readExpected } from '../testing/arena-data.js';
import { battles, type WrittenBattle } from '../testing/battles.js';
import { rateBattles } from './rate-battles.js';
import { rateBattlesBy } from './rate-battles-by.js';
import { ratingRecord, ratingsByRecord } from './rating-record.js';
import type { RatingTable } from './rating-table.js';

/** Every model has beaten every other one, x most often. */
const VOTES: readonly WrittenBattle[] = [
  ['x y model_a', { judge: 'ann', question_id: '1', turn: '1' }],
  ['y x model_b', { judge: 'bob', question_id: '1', turn: '2' }],
  ['y x model_a', { judge: 'ann', question_id: '2', turn: '1' }],
  ['y z model_a', { judge: 'bob', question_id: '2', turn: '2' }],
  ['z y tie (bothbad)', { judge: 'ann', question_id: '3', turn: '1' }],
  ['z y tie', { judge: 'eve', question_id: '3', turn: '2' }],
  ['z x tie (inconsistent)', { judge: 'bob', question_id: '4', turn: '1' }],
  ['x z model_a', { judge: 'eve', question_id: '4', turn: '2' }],
];

function shownRatings({ models }: RatingTable): readonly string[] {
  return models.map(({ rating }) => rating.toFixed(6));
}

function bootstrapped(seed: number): RatingTable {
  return rateBattles(battles(VOTES), { bootstrap: 200, seed, cluster: [] });
}

function ofModel({ models }: RatingTable, name: string) {
  const found = models.find(({ model }) => model === name);
  if (found === undefined) throw new TypeError(`no model ${name}`);
  return found;
}

describe('ranks', () => {
  const votes = battles(
    [9, 8, 7].flatMap((wins, pair) => {
      const [first, second] =
        [
          ['x', 'y'],
          ['y', 'z'],
          ['x', 'z'],
        ][pair] ?? [];
      return Array.from({ length: 40 }, (_, at): WrittenBattle => [
        `${first} ${second} ${at % 10 < wins ? 'model_a' : 'model_b'}`,
        {},
      ]);
    }),
  );

  test('may be those of intervals that do not overlap', () => {
    const { models, ranks } = rateBattles(votes, { ranks: 'overlap' });
    expect(ranks).toEqual({ kind: 'overlap' });
    for (const { lower, upper, rankLower, rankUpper } of models) {
      expect(rankLower).toBe(1 + models.filter((other) => other.lower > upper).length);
      expect(rankUpper).toBe(3 - models.filter((other) => other.upper < lower).length);
    }
    expect(models.map(({ rankLower }) => rankLower)).toEqual([1, 2, 2]);
  });

  test('may be quantiles over the rounds of a bootstrap', () => {
    const { models, ranks } = rateBattles(votes, { ranks: 'bootstrap', bootstrap: 400, seed: 1 });
    expect(ranks).toEqual({ kind: 'bootstrap' });
    expect(models.map(({ rankLower, rankUpper }) => [rankLower, rankUpper])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    const few = rateBattles(battles(VOTES), { ranks: 'bootstrap', bootstrap: 400, cluster: [] });
    expect(few.models[0]).toMatchObject({ model: 'x', rankLower: 1, rankUpper: 3 });
  });

  test('of a bootstrap need rounds, and Elo has its own', () => {
    expect(() => rateBattles(votes, { ranks: 'bootstrap' })).toThrow('without rounds');
    expect(() => rateBattles(votes, { method: 'elo', ranks: 'overlap' })).toThrow('cannot rank by overlap');
  });
});

describe('a table of ratings', () => {
  const record = ratingRecord(rateBattles(battles(VOTES)));

  test('has, as data, what was agreed on, best model first', () => {
    expect(record).toMatchObject({
      method: 'bradley-terry',
      votes: 8,
      connected: true,
      gauge: { kind: 'mean', rating: 1000 },
    });
    expect(record.models.map(({ model }) => model)).toEqual(['x', 'y', 'z']);
    expect(Object.keys(record.models[0]!).slice(0, 11)).toEqual([
      'model',
      'rating',
      'standard_error',
      'lower',
      'upper',
      'rank_lower',
      'rank_upper',
      'votes',
      'wins',
      'losses',
      'ties',
    ]);
  });

  test('counts the kinds of tie as ties and apart', () => {
    expect(record.models[2]).toMatchObject({ votes: 5, wins: 0, losses: 2, ties: 3, both_bad: 1, inconsistent: 1 });
    expect(record).toMatchObject({ both_bad: 1, inconsistent: 1 });
  });

  test('has a mean of 1000, and intervals around each rating', () => {
    const { models } = rateBattles(battles(VOTES));
    expect(models.reduce((sum, { rating }) => sum + rating, 0) / models.length).toBeCloseTo(1000, 9);
    for (const { rating, lower, upper } of models) expect((lower + upper) / 2).toBeCloseTo(rating, 6);
  });

  test('does not depend on which side a model was on', () => {
    const turned = VOTES.map(([line, values]): WrittenBattle => {
      const [first, second, ...label] = line.split(' ');
      const other = label.join(' ').replace(/model_[ab]/, (side) => (side === 'model_a' ? 'model_b' : 'model_a'));
      return [`${second} ${first} ${other}`, values ?? {}];
    });
    expect(shownRatings(rateBattles(battles(turned)))).toEqual(shownRatings(rateBattles(battles(VOTES))));
  });

  test('is made for each value of a column, numbers in their order', () => {
    const groups = rateBattlesBy(battles(VOTES), { by: 'turn' });
    expect(ratingsByRecord('turn', groups)).toMatchObject({
      by: 'turn',
      tables: [
        { value: 1, votes: 4 },
        { value: 2, votes: 4 },
      ],
    });
  });

  test('may lack a group that does not fit the options; the others stand', () => {
    const table = battles([...VOTES, ['x w model_a', { turn: '3' }]]);
    const groups = rateBattlesBy(table, { by: 'turn', anchor: { model: 'z', rating: 1000 } });
    expect(ratingsByRecord('turn', groups).tables).toMatchObject([
      { value: 1, votes: 4 },
      { value: 2, votes: 4 },
      { value: 3, error: { code: 'ratings-anchor-unknown' } },
    ]);
    expect(() => rateBattlesBy(table, { by: 'turn', anchor: { model: 'v', rating: 1000 } })).toThrow(/no vote on it/);
  });

  test('counts only the votes of the judges asked for', () => {
    expect(rateBattles(battles(VOTES), { judges: '*,!eve' }).votes).toBe(6);
    expect(() => rateBattles(battles(VOTES), { judges: 'expert_*' })).toThrow(/no judge's name matches expert_\*/);
  });
});

describe('votes are clustered', () => {
  test('by question and judge where either repeats', () => {
    expect(rateBattles(battles(VOTES)).interval.clusters).toEqual([
      { column: 'question_id', count: 4 },
      { column: 'judge', count: 3 },
    ]);
  });

  test('not by a column whose values are all different or all the same', () => {
    const votes = VOTES.map(([line], index): WrittenBattle => [line, { judge: 'ann', question_id: String(index) }]);
    expect(rateBattles(battles(votes)).interval).toMatchObject({ kind: 'sandwich', clusters: [] });
  });

  test('as asked', () => {
    const table = battles(VOTES);
    expect(rateBattles(table, { cluster: [] }).interval).toMatchObject({ kind: 'sandwich', clusters: [] });
    expect(rateBattles(table, { cluster: ['turn'] }).interval.clusters).toEqual([{ column: 'turn', count: 2 }]);
    expect(() => rateBattles(table, { cluster: ['prompt'] })).toThrow(/no such column/);
    expect(() => rateBattles(table, { cluster: ['judge', 'turn', 'question_id'] })).toThrow(/two ways at the most/);
  });
});

describe('models that won all votes against others', () => {
  const table = rateBattles(battles([['x y model_a'], ['x y model_a'], ['y z model_a'], ['z y model_a']]));

  test('are not connected with them: a prior makes ratings finite and is stated', () => {
    expect(table.connected).toBe(false);
    expect(table.fit).toMatchObject({ components: 2, prior: { ties: 0.5 } });
    expect(table.models.map(({ rating }) => Number.isFinite(rating))).toEqual([true, true, true]);
    expect(ratingRecord(table).connected).toBe(false);
  });
});

describe('options', () => {
  test('an anchor has its rating, without an interval of its own', () => {
    const table = rateBattles(battles(VOTES), { anchor: { model: 'y', rating: 1200 } });
    expect(ofModel(table, 'y')).toMatchObject({ rating: 1200, standardError: 0, lower: 1200, upper: 1200 });
    expect(table.gauge).toEqual({ kind: 'anchor', model: 'y', rating: 1200 });
    expect(() => rateBattles(battles(VOTES), { anchor: { model: 'w', rating: 1 } })).toThrow(/no vote on it/);
  });

  test('ties may be left out of the fit; they are counted all the same', () => {
    const dropped = rateBattles(battles([...VOTES, ['z x model_a']]), { ties: 'drop' });
    const without = rateBattles(battles([...VOTES.filter(([line]) => !line.includes('tie')), ['z x model_a']]));
    expect(ofModel(dropped, 'x').rating).toBeCloseTo(ofModel(without, 'x').rating, 9);
    expect(ofModel(dropped, 'z')).toMatchObject({ votes: 6, ties: 3 });
    expect(dropped.votes).toBe(9);
  });

  test('a bootstrap gives the same intervals with the same seed', () => {
    expect(bootstrapped(1)).toEqual(bootstrapped(1));
    expect(bootstrapped(1).models[0]!.lower).not.toBe(bootstrapped(2).models[0]!.lower);
    expect(bootstrapped(1).interval).toMatchObject({ kind: 'bootstrap', rounds: 200, seed: 1 });
  });

  test.each([
    [{ method: 'elo', anchor: { model: 'x', rating: 1 } }, /cannot take an anchor/],
    [{ method: 'elo', bootstrap: 10 }, /cannot be bootstrapped/],
    [{ method: 'elo', cluster: ['judge'] }, /cannot cluster/],
    [{ method: 'davidson', ties: 'drop' }, /cannot drop ties/],
  ] as const)('%j do not go together', (options, message) => {
    expect(() => rateBattles(battles(VOTES), options)).toThrow(message);
  });

  test('votes that are all ties have ratings only where a tie is half a win', () => {
    const ties = battles([['x y tie'], ['y z tie']]);
    expect(rateBattles(ties).models.map(({ rating }) => rating)).toEqual([1000, 1000, 1000]);
    expect(() => rateBattles(ties, { ties: 'drop' })).toThrow(/all votes are ties/);
    expect(() => rateBattles(ties, { method: 'davidson' })).toThrow(/all votes are ties/);
  });
});

describe('Elo', () => {
  // Each vote by the formula: 1/(1 + 10^(Δ/400)), K = 16.
  const second = 1000 + 8 + 16 * (1 - 1 / (1 + 10 ** (-16 / 400)));

  test('is in the order of the table', () => {
    const table = rateBattles(battles([['x y model_a'], ['x y model_a']]), { method: 'elo' });
    expect(ofModel(table, 'x').rating).toBeCloseTo(second, 9);
    expect(table.elo).toEqual({ k: 16, initial: 1000, order: 'file' });
  });

  test('is in the order of time where every vote has one', () => {
    const votes: readonly WrittenBattle[] = [
      ['x y model_b', { tstamp: '3' }],
      ['x y model_a', { tstamp: '1' }],
      ['x y model_a', { tstamp: '2' }],
    ];
    const table = rateBattles(battles(votes), { method: 'elo' });
    const expected = second - 16 / (1 + 10 ** ((2000 - 2 * second) / 400));
    expect(ofModel(table, 'x').rating).toBeCloseTo(expected, 9);
    expect(table.elo?.order).toBe('time');
  });

  test('has the spread over orders beside it, which is none where the order does not matter', () => {
    const table = rateBattles(battles([['x y model_a'], ['x y model_a']]), { method: 'elo' });
    expect(ofModel(table, 'x')).toMatchObject({ standardError: 0, rankLower: 1, rankUpper: 1 });
    const mixed = rateBattles(battles([['x y model_a'], ['x y model_b']]), { method: 'elo' });
    expect(ofModel(mixed, 'x').standardError).toBeGreaterThan(0.1);
    expect(ofModel(mixed, 'x')).toMatchObject({ rankLower: 1, rankUpper: 2 });
  });
});

interface Expected {
  readonly mt_bench: {
    readonly human: {
      readonly bt_mean_1000: Readonly<Record<string, number>>;
      readonly se_sandwich: Readonly<Record<string, number>>;
      readonly se_cluster_question_CR1: Readonly<Record<string, number>>;
    };
  };
}

describe.skipIf(!hasArenaData)("MT-bench's human votes (skipped without ../shared/arena-data)", () => {
  test('have the published ratings, and errors as they are clustered', async () => {
    const { human } = (readExpected() as Expected).mt_bench;
    const table = await readBattles(arenaPath('mt-bench-human/human.jsonl'));
    const expected = (errors: Readonly<Record<string, number>>) =>
      Object.entries(human.bt_mean_1000).map(([model, rating]) => [
        model,
        rating.toFixed(6),
        errors[model]?.toFixed(6),
      ]);
    const rated = (cluster: readonly string[]) =>
      rateBattles(table, { cluster }).models.map(({ model, rating, standardError }) => [
        model,
        rating.toFixed(6),
        standardError.toFixed(6),
      ]);
    expect(rated([])).toEqual(expected(human.se_sandwich));
    expect(rated(['question_id'])).toEqual(expected(human.se_cluster_question_CR1));
  });
});

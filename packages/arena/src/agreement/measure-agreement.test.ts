import { describe, expect, test } from 'vitest';
import { readBattles } from '../battles/read/read-battles.js';
import { arenaPath, hasArenaData } from '../testing/arena-data.js';
import { battles, type WrittenBattle } from '../testing/battles.js';
import { agreementByRecord, agreementRecord } from './agreement-record.js';
import { measureAgreementBy } from './measure-agreement-by.js';
import { measureAgreement, type BattleAgreement } from './measure-agreement.js';

/** A vote of a judge on a question. */
function vote(line: string, judge: string, question: string, turn?: string): WrittenBattle {
  return [line, { judge, question_id: question, ...(turn === undefined ? {} : { turn }) }];
}

const HUMANS = battles([
  vote('x y model_a', 'expert_1', '1'),
  vote('y x model_b', 'expert_2', '1'),
  vote('x y tie (bothbad)', 'author', '1'),
  vote('x y model_a', 'expert_1', '2'),
  vote('x y model_b', 'expert_2', '2'),
  vote('x z tie', 'expert_1', '3'),
  vote('z x tie (inconsistent)', 'author', '3'),
]);
const MODEL = battles([
  vote('y x model_b', 'gpt-4', '1'),
  vote('x y tie', 'gpt-4', '2'),
  vote('z x model_a', 'gpt-4', '3'),
  vote('x y model_a', 'gpt-4', '4'),
]);

test('the judges of one file are compared with each other, whichever side a model was on', () => {
  // Question 1: alike, two times a tie against a decision; 2: opposite; 3: both ties.
  const { comparisons, exact, tieDiscounted, nonTie, kappa, between } = measureAgreement(HUMANS);
  expect({ comparisons, between, kind: kappa.kind }).toEqual({ comparisons: 5, between: 'annotators', kind: 'fleiss' });
  expect([exact.value, tieDiscounted.value, nonTie.value]).toEqual([2 / 5, 3 / 5, 1 / 2]);
  expect([exact.count, nonTie.count]).toEqual([5, 2]);
});

function correctedForChance({ kappa, alpha }: BattleAgreement): readonly (number | undefined)[] {
  return [kappa.value, alpha.value];
}

test('the order of the battles does not matter, even to the measures that depend on the sides', () => {
  const votes = [
    vote('x y model_a', 'a', '1'),
    vote('y x model_a', 'b', '1'),
    vote('z y model_a', 'a', '2'),
    vote('z y model_a', 'b', '2'),
    vote('y z model_a', 'c', '2'),
    vote('x z tie', 'b', '3'),
    vote('x z model_a', 'c', '3'),
  ];
  const options = { rounds: 0 };
  const forwards = correctedForChance(measureAgreement(battles(votes), undefined, options));
  expect(correctedForChance(measureAgreement(battles(votes.toReversed()), undefined, options))).toEqual(forwards);
  // First by name: item 1 has 0 and 1, item 2 has 1, 1 and 0, item 3 has a tie and 0: labels 3 times 0, 3 times 1, 1 tie.
  const alpha = 1 - (6 * (7 - 2 / 2)) / (49 - 9 - 9 - 1);
  expect(forwards[1]).toBeCloseTo(alpha, 12);
});

test('sides that all saw alike are kept', () => {
  // Left wins both: one label, of which chance explains all. By name there would be two.
  const votes = ['x y', 'z w'].flatMap((pair) => ['a', 'b'].map((judge) => vote(`${pair} model_a`, judge, '1')));
  expect(measureAgreement(battles(votes)).alpha.value).toBeUndefined();
});

test('files are compared on the same question, turn and pair', () => {
  const { comparisons, exact, tieDiscounted, nonTie, kappa } = measureAgreement(HUMANS, MODEL);
  expect({ comparisons, kind: kappa.kind }).toEqual({ comparisons: 7, kind: 'cohen' });
  expect([exact.value, tieDiscounted.value, nonTie.value]).toEqual([2 / 7, 4.5 / 7, 1]);
});

test('turns are never mixed', () => {
  const turns = battles([vote('x y model_a', 'a', '1', '1'), vote('x y model_a', 'b', '1', '2')]);
  expect(() => measureAgreement(turns)).toThrow(/no two judges voted/);
});

describe('a choice of judges', () => {
  test('holds in the file that has such judges; the other stays whole', () => {
    expect(measureAgreement(HUMANS, MODEL, { judges: 'expert_*' })).toMatchObject({ comparisons: 5, judges: [2, 1] });
    expect(measureAgreement(MODEL, HUMANS, { judges: 'expert_*' })).toMatchObject({ comparisons: 5, judges: [1, 2] });
  });

  test('that nobody fits is an error', () => {
    expect(() => measureAgreement(HUMANS, MODEL, { judges: 'crowd_*' })).toThrow(/no judge's name matches/);
  });

  test('is compared with another one of the same file', () => {
    const agreement = measureAgreement(HUMANS, undefined, { judges: 'author', against: 'expert_*' });
    expect(agreement).toMatchObject({ comparisons: 3, between: 'sets', judges: [1, 2] });
    expect(agreement.exact.value).toBe(1 / 3);
  });
});

test('by a column there is a record for each value', () => {
  const turns = battles(
    ['1', '2'].flatMap((turn) => [
      vote('x y model_a', 'a', '1', turn),
      vote(turn === '1' ? 'x y model_a' : 'x y model_b', 'b', '1', turn),
    ]),
  );
  const record = agreementByRecord('turn', measureAgreementBy(turns, undefined, { by: 'turn' }));
  expect(record).toMatchObject({
    by: 'turn',
    tables: [
      { value: 1, comparisons: 1, exact: { value: 1, count: 1 } },
      { value: 2, comparisons: 1, exact: { value: 0, count: 1 } },
    ],
  });
  expect(() => measureAgreementBy(HUMANS, MODEL, { by: 'language' })).toThrow(/no such column/);
});

test('by judge, each is compared with the others, or with the second file', () => {
  const values = (second?: typeof MODEL) =>
    measureAgreementBy(HUMANS, second, { by: 'judge' }).map(({ value, agreement }) => [value, agreement.comparisons]);
  expect(values()).toEqual([
    ['author', 3],
    ['expert_1', 4],
    ['expert_2', 3],
  ]);
  expect(values(MODEL)).toEqual([
    ['author', 2],
    ['expert_1', 3],
    ['expert_2', 2],
  ]);
});

test('battles without questions or without anything in common are errors', () => {
  expect(() => measureAgreement(battles([['x y tie', { judge: 'a' }]]))).toThrow(/no question_id/);
  expect(() => measureAgreement(HUMANS, battles([vote('x y tie', 'm', '9')]))).toThrow(/in common/);
});

test('votes without judges are by judges of their own', () => {
  const anonymous = battles(['1', '1', '1', '2'].map((question) => ['x y model_a', { question_id: question }]));
  expect(measureAgreement(anonymous)).toMatchObject({ comparisons: 3, judges: [0], tieRates: [] });
});

test('two judges have Cohen’s kappa, and the record has every measure', () => {
  const two = battles(
    ['model_a', 'model_b', 'tie'].flatMap((label, at) => [
      vote(`x y ${label}`, 'a', String(at)),
      vote(`x y ${label}`, 'b', String(at)),
    ]),
  );
  const record = agreementRecord(measureAgreement(two));
  expect(record.kappa).toMatchObject({ value: 1, kind: 'cohen' });
  expect(record.tie_rates).toMatchObject([
    { judge: 'a', count: 3, ties: 1 },
    { judge: 'b', count: 3, ties: 1 },
  ]);
  for (const name of ['exact', 'tie_discounted', 'non_tie', 'kappa', 'alpha'] as const) {
    expect(Object.keys(record[name])).toEqual(expect.arrayContaining(['value', 'lower', 'upper', 'count']));
  }
});

describe.skipIf(!hasArenaData)('published votes (skipped without ../shared/arena-data)', () => {
  test('give table 5 of MT-bench', async () => {
    const [human, model] = await Promise.all(
      ['human', 'gpt4_pair'].map((name) => readBattles(arenaPath(`mt-bench-human/${name}.jsonl`))),
    );
    const shares = (second: typeof model | undefined) =>
      measureAgreementBy(human!, second, { by: 'turn', judges: 'expert_*', rounds: 0 }).map(
        ({ agreement: { exact, nonTie } }) =>
          [exact, nonTie].map(({ value = 0, count }) => `${Math.round(value * count)}/${count}`),
      );
    expect(shares(model)).toEqual([
      ['886/1343', '727/859'],
      ['871/1325', '731/864'],
    ]);
    expect(shares(undefined)).toEqual([
      ['454/721', '388/479'],
      ['471/707', '388/474'],
    ]);
  });
});

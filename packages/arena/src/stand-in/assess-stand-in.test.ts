import { assessNonInferiority } from '@understudy/statistics';
import { expect, test } from 'vitest';
import { battles, type WrittenBattle } from '../testing/battles.js';
import { assessStandIn } from './assess-stand-in.js';
import { assessStandIns } from './assess-stand-ins.js';

const vote = (line: string, question_id: string, aspect: string): WrittenBattle => [line, { question_id, aspect }];

const TABLE = battles([
  vote('x y model_a', 'q1', 'writing'),
  vote('y x model_a', 'q1', 'writing'),
  vote('x y tie', 'q2', 'writing'),
  vote('x y model_a', 'q3', 'sums'),
  vote('y x tie (bothbad)', 'q4', 'sums'),
  vote('x z model_b', 'q4', 'sums'),
  vote('z y model_a', 'q5', 'code'),
]);

test('a claim rests on the votes on its pair alone, by question, over all and by aspect', () => {
  // By question: q1 a win and a loss, q2 a tie, q3 a win, q4 a tie.
  const scores = { scores: Float64Array.of(1, 0.5, 1, 0.5), votes: Float64Array.of(2, 1, 1, 1) };
  const claim = { model: 'x', reference: 'y' };
  const found = assessStandIn(TABLE, claim, { margin: 0.1, confidence: 0.9 });
  expect(found?.overall).toEqual({ aspect: null, ...assessNonInferiority(scores, { margin: 0.1, confidence: 0.9 }) });
  expect(found?.aspects.map(({ aspect, votes, winRate }) => [aspect, votes, winRate])).toEqual([
    ['code', 0, Number.NaN],
    ['sums', 2, 0.75],
    ['writing', 3, 0.5],
  ]);
});

test('a claim about a model that is not there has no answer', () => {
  const claims = [
    { model: 'x', reference: 'w' },
    { model: 'y', reference: 'x' },
  ];
  const [unknown, reverse] = assessStandIns({ table: TABLE, claims });
  expect(unknown).toBeUndefined();
  expect(reverse?.overall).toMatchObject({ votes: 5, winRate: 0.4 });
});

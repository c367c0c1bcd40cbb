import type { Judgement, Verdict } from '@understudy/store';
import { describe, expect, it } from 'vitest';
import { makeAnswer, makeQuestion } from '../testing/make-answers.js';
import { battlesOfScores } from './battles-of-scores.js';
import { combineOrders } from './combine-orders.js';
import type { JudgedGame } from './judged-game.js';

const question = makeQuestion(1);
const [a, b] = [makeAnswer(question, 'alpha', ['x']), makeAnswer(question, 'beta', ['y'])];

function game(order: 'ab' | 'ba', said: Partial<Judgement>): JudgedGame {
  const [first, second] = order === 'ab' ? [a, b] : [b, a];
  const judgement: Judgement = {
    id: order,
    judgeId: 'j',
    questionId: question.id,
    turn: 1,
    firstAnswerId: first.id,
    secondAnswerId: second.id,
    run: 0,
    state: 'ok',
    verdict: null,
    score: null,
    raw: '',
    promptTokens: null,
    generatedTokens: null,
    cost: null,
    latencyMs: null,
    at: 0,
    ...said,
  };
  return { judgement, question, first, second };
}

const combine = (forward: Verdict, backward: Verdict) =>
  combineOrders([game('ab', { verdict: forward }), game('ba', { verdict: backward })])[0];

describe('the two orders of a pair', () => {
  it.each([
    ['first', 'second', 'model_a', 1],
    ['second', 'first', 'model_b', 0],
    ['tie', 'tie', 'tie', 0.5],
    ['both_bad', 'tie', 'tie', 0.5],
    ['first', 'first', 'tie (inconsistent)', 0.5],
    ['second', 'second', 'tie (inconsistent)', 0.5],
    ['first', 'tie', 'tie (inconsistent)', 0.75],
    ['first_much', 'second', 'model_a', 1],
  ] as const)('%s and %s are %s', (forward, backward, winner, preference) => {
    expect(combine(forward, backward)).toMatchObject({ winner, preference });
  });

  it('count a much better answer three times in the weighted preference', () => {
    expect(combine('first_much', 'first')?.weighted).toEqual({ points: 3, weight: 4 });
  });

  it('are no battle while one of them has no verdict', () => {
    const broken = game('ba', { state: 'unparsed' });
    expect(combineOrders([game('ab', { verdict: 'first' }), broken])[0]).toMatchObject({
      winner: null,
      preference: null,
    });
    expect(combineOrders([game('ab', { verdict: 'first' })])[0]).toMatchObject({ winner: null });
  });

  it('have a mean preference where log-probabilities gave one', () => {
    const games = [game('ab', { verdict: 'first', score: 0.9 }), game('ba', { verdict: 'first', score: 0.6 })];
    expect(combineOrders(games)[0]?.preference).toBeCloseTo(0.65, 12);
  });
});

const rated = (model: string, score: number): JudgedGame => {
  const answer = makeAnswer(question, model, ['x']);
  return { ...game('ab', { score, firstAnswerId: answer.id, secondAnswerId: null }), first: answer, second: null };
};

describe('two ratings', () => {
  it.each([
    [8, 7, 'model_a'],
    [7, 7.1, 'tie'],
    [7.1, 7, 'tie'],
    [7, 7.2, 'model_b'],
  ])('%d and %d are %s (TIE_DELTA 0.1)', (one, two, winner) => {
    expect(battlesOfScores([rated('beta', two), rated('alpha', one)])[0]).toMatchObject({ winner });
  });
});

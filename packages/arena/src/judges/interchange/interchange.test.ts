import type { Judge, Judgement } from '@understudy/store';
import { describe, expect, it } from 'vitest';
import { combineOrders } from '../combine/combine-orders.js';
import { joinJudgements } from '../combine/judged-game.js';
import { judgeReport } from '../report/judge-report.js';
import { makeAnswer, makeQuestion } from '../testing/make-answers.js';
import { alpacaEvalAnnotations } from './alpaca-eval-annotations.js';
import { mtBenchJudgments } from './mt-bench-judgments.js';
import { readAlpacaEval } from './read-alpaca-eval.js';

const judge: Judge = {
  id: 'gpt-4-pairwise',
  spec: 'openai:gpt-4',
  identity: 'openai:gpt-4',
  mode: 'pairwise',
  prompt: 'pairwise',
  promptHash: '',
  decoding: '{}',
  parserVersion: 1,
  createdAt: 0,
};
const question = makeQuestion(81, { id: 'mt-bench/81', setId: 'mt-bench', turns: ['One?', 'Two?'] });
const answers = ['alpha', 'beta'].map((model) => makeAnswer(question, model, [`${model} 1`, `${model} 2`]));
const [alpha, beta] = answers;

function judgement(order: 'ab' | 'ba', said: Partial<Judgement>): Judgement {
  const [first, second] = order === 'ab' ? [alpha, beta] : [beta, alpha];
  return {
    id: `${order} ${said.turn ?? 1}`,
    judgeId: judge.id,
    questionId: question.id,
    turn: 1,
    firstAnswerId: first?.id ?? '',
    secondAnswerId: second?.id ?? '',
    run: 0,
    state: 'ok',
    verdict: null,
    score: null,
    raw: order,
    promptTokens: null,
    generatedTokens: null,
    cost: 0.01,
    latencyMs: 500,
    at: 2000,
    ...said,
  };
}

describe("FastChat's judgments", () => {
  it('have both games of a pair on a line, and an error for what has no verdict', () => {
    const said = [
      judgement('ba', { verdict: 'first' }),
      judgement('ab', { verdict: 'second' }),
      judgement('ab', { turn: 2, verdict: 'tie' }),
      judgement('ba', { turn: 2, state: 'unparsed' }),
    ];
    const lines = [...mtBenchJudgments(judge, joinJudgements(said, { questions: [question], answers }))];
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        question_id: 81,
        model_1: 'alpha',
        model_2: 'beta',
        g1_winner: 'model_2',
        g2_winner: 'model_2',
        judge: ['openai:gpt-4', 'pairwise'],
        g1_judgment: 'ab',
        g2_judgment: 'ba',
        turn: 1,
        tstamp: 2,
      },
      expect.objectContaining({
        g1_winner: 'tie',
        g2_winner: 'error',
        judge: ['openai:gpt-4', 'pairwise-multi-turn'],
        turn: 2,
      }),
    ]);
  });

  it('have -1 for a rating that could not be read', () => {
    const said = [judgement('ab', { secondAnswerId: null, state: 'refused' })];
    const games = joinJudgements(said, { questions: [question], answers });
    const [line = ''] = mtBenchJudgments({ ...judge, mode: 'single' }, games);
    expect(JSON.parse(line)).toMatchObject({ model: 'alpha', score: -1 });
  });
});

describe("AlpacaEval's annotations", () => {
  it('have the baseline first, and the mean of both orders', () => {
    const said = [judgement('ab', { verdict: 'second' }), judgement('ba', { verdict: 'tie' })];
    const games = joinJudgements(said, { questions: [question], answers });
    const text = [...alpacaEvalAnnotations(judge, { games, battles: combineOrders(games) }, 'beta')].join('');
    expect(JSON.parse(text)).toEqual([
      {
        instruction: 'One?',
        dataset: 'mt-bench',
        generator_1: 'beta',
        output_1: 'beta 1',
        generator_2: 'alpha',
        output_2: 'alpha 1',
        annotator: 'gpt-4-pairwise',
        preference: 1.25,
        raw_completion: 'ab\n\nba',
        price_per_example: 0.02,
        time_per_example: 1,
      },
    ]);
  });

  it('are read with preferences from 1 to 2, the tie of old, and what could not be parsed', () => {
    const preferences = [1.9, 1.25, 0, null];
    const rows = preferences.map((preference, at) => ({
      instruction: `Do ${at}.`,
      generator_1: 'base',
      output_1: 'a',
      generator_2: 'model',
      output_2: 'bb',
      annotator: 'weighted_gpt4',
      preference,
    }));
    const imported = readAlpacaEval(JSON.stringify(rows), { path: 'x.json', setId: 'ae', now: 0 });
    expect(imported.judgements.map(({ state, verdict }) => [state, verdict])).toEqual([
      ['ok', 'second'],
      ['ok', 'first'],
      ['ok', 'tie'],
      ['unparsed', null],
    ]);
    const [imported0] = imported.judges;
    if (imported0 === undefined) throw new Error('The annotator is a judge.');
    const { ranking } = judgeReport({ judge: imported0, ...imported, baseline: 'base' });
    if (ranking.kind !== 'baseline') throw new Error('Annotations are against a baseline.');
    // AlpacaEval's win rate is the mean of preference − 1 over what was parsed.
    expect(ranking.rows[0]).toMatchObject({ model: 'model', incomplete: 1, winRate: { count: 3 } });
    expect(ranking.rows[0]?.winRate?.value).toBeCloseTo((0.9 + 0.25 + 0.5) / 3, 12);
  });

  it.each(['{', '{}', '[{"instruction": "x"}]'])('that are none are refused: %s', (text) => {
    expect(() => readAlpacaEval(text, { path: 'x.json', setId: 'ae', now: 0 })).toThrow(
      expect.objectContaining({ code: 'alpaca-eval-invalid' }),
    );
  });
});

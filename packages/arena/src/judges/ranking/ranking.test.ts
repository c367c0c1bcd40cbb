import { describe, expect, it } from 'vitest';
import type { JudgedBattle } from '../combine/judged-battle.js';
import { makeAnswer, makeQuestion } from '../testing/make-answers.js';
import { baselineWinRates } from './baseline-win-rates.js';
import { clusteredShare } from './clustered-share.js';
import { winRates } from './win-rates.js';

function battle(number: number, [a, b]: readonly [string, string], winner: JudgedBattle['winner']): JudgedBattle {
  const question = makeQuestion(number);
  const preference = winner === null ? null : winner === 'model_a' ? 1 : winner === 'model_b' ? 0 : 0.5;
  return {
    question,
    turn: 1,
    run: 0,
    a: makeAnswer(question, a, ['']),
    b: makeAnswer(question, b, ['']),
    winner,
    preference,
    weighted: preference === null ? null : { points: 2 * preference, weight: 2 },
  };
}

describe('win rates', () => {
  it('are (wins + ½ ties) / n, with inconsistent ties counted apart and incomplete pairs left out', () => {
    const battles = [
      battle(1, ['x', 'y'], 'model_a'),
      battle(2, ['x', 'y'], 'tie'),
      battle(3, ['x', 'y'], 'tie (inconsistent)'),
      battle(4, ['x', 'y'], null),
    ];
    const [x, y] = winRates(battles);
    expect(x).toMatchObject({ model: 'x', wins: 1, losses: 0, ties: 1, inconsistent: 1, incomplete: 1 });
    expect(x?.winRate).toMatchObject({ value: 2 / 3, count: 3, questions: 3, insufficient: true });
    expect(y?.winRate?.value).toBeCloseTo(1 / 3, 12);
  });
});

describe('the interval of a share', () => {
  it('is wider when comparisons come in clusters: copies of the same verdicts add nothing', () => {
    const once = Array.from({ length: 40 }, (_, at) => ({ questionId: `q${at}`, points: at % 4 === 0 ? 1 : 0 }));
    const single = clusteredShare(once);
    const tripled = clusteredShare([...once, ...once, ...once]);
    expect(tripled).toMatchObject({ value: 0.25, count: 120, questions: 40 });
    expect(tripled?.lower).toBeCloseTo(single?.lower ?? 0, 12);
    // Mean and Student's interval of 40 values: SciPy 1.17.1, scipy.stats.t.interval(0.95, 39, 0.25, sem).
    expect(single?.lower).toBeCloseTo(0.25 - 2.022690920036762 * Math.sqrt((0.25 * 0.75) / 39), 6);
  });

  it('does not collapse where every question says the same', () => {
    const share = clusteredShare(Array.from({ length: 20 }, (_, at) => ({ questionId: `q${at}`, points: 1 })));
    expect(share?.upper).toBe(1);
    // Wilson's lower end of 20 of 20.
    expect(share?.lower).toBeCloseTo(0.8389, 3);
  });
});

describe('win rates against a baseline', () => {
  it('are from the side of the model, whichever name comes first', () => {
    const rows = baselineWinRates(
      [
        battle(1, ['base', 'z'], 'model_b'),
        battle(2, ['base', 'z'], 'tie'),
        battle(1, ['a', 'base'], 'model_b'),
        battle(2, ['a', 'base'], null),
        battle(2, ['a', 'z'], 'model_a'),
      ],
      'base',
    );
    expect(
      rows.map(({ model, winRate, wins, losses, ties, incomplete }) => [
        model,
        winRate?.value,
        wins,
        losses,
        ties,
        incomplete,
      ]),
    ).toEqual([
      ['z', 0.75, 1, 0, 1, 0],
      ['a', 0, 0, 1, 0, 1],
    ]);
  });
});

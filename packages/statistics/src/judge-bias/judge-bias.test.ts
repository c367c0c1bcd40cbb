import { describe, expect, it } from 'vitest';
import { FIRST_WINS, SECOND_WINS, TIE } from '../comparisons/comparisons.js';
import { longerShare } from './longer-share.js';
import { positionBias } from './position-bias.js';

describe('positionBias', () => {
  it('tells a judge who looks at places from one who looks at answers', () => {
    // Ten pairs: 6 × first place twice, 1 × second place twice, 2 × the same answer, 1 × a tie and a decision.
    const once = [...Array<number>(6).fill(FIRST_WINS), SECOND_WINS, FIRST_WINS, SECOND_WINS, TIE];
    const swapped = [...Array<number>(6).fill(FIRST_WINS), SECOND_WINS, SECOND_WINS, FIRST_WINS, SECOND_WINS];
    const bias = positionBias({ once, swapped });
    expect([bias.firstShare.value, bias.firstShare.count]).toEqual([14 / 19, 19]);
    expect([bias.inconsistency.value, bias.inconsistency.count]).toEqual([0.8, 10]);
    expect([bias.firstTwice, bias.secondTwice]).toEqual([6, 1]);
    // SciPy 1.17.1, stats.binomtest(1, 7).pvalue and binomtest(8, 10).proportion_ci(method='wilson').
    expect(bias.pValue).toBeCloseTo(0.125, 12);
    expect(bias.inconsistency.interval?.lower).toBeCloseTo(0.4901624715366418, 9);
  });

  it('is silent on no pairs', () => {
    const bias = positionBias({ once: [], swapped: [] });
    expect([bias.firstShare.value, bias.inconsistency.interval, bias.pValue]).toEqual([undefined, undefined, 1]);
  });
});

it('longerShare leaves out ties and answers of one length', () => {
  const share = longerShare({
    outcome: [FIRST_WINS, SECOND_WINS, SECOND_WINS, TIE, FIRST_WINS],
    firstLength: [200, 100, 300, 500, 50],
    secondLength: [100, 150, 100, 100, 50],
  });
  expect([share.value, share.count]).toEqual([2 / 3, 3]);
});

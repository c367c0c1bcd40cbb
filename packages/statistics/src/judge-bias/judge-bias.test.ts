import { describe, expect, it } from 'vitest';
import { FIRST_WINS, SECOND_WINS, TIE } from '../comparisons/comparisons.js';
import { seededRandom } from '../random/xoshiro.js';
import { drawVotes } from '../testing/vote-columns.js';
import { lengthBias } from './length-bias.js';
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

it('longerShare leaves out ties, answers of one length, and lengths that are not known', () => {
  const share = longerShare({
    outcome: [FIRST_WINS, SECOND_WINS, SECOND_WINS, TIE, FIRST_WINS, FIRST_WINS],
    firstLength: [200, 100, 300, 500, 50, Number.NaN],
    secondLength: [100, 150, 100, 100, 50, 10],
  });
  expect([share.value, share.count]).toEqual([2 / 3, 3]);
});

describe('lengthBias', () => {
  it('tells what length does from what the longer model does', () => {
    // The better of two models writes twice as much, with some spread; length itself does nothing.
    const random = seededRandom(14);
    const votes = drawVotes([1, 0], { votes: 3000, random });
    const lengthOf = (model: number): number => (model === 0 ? 400 : 200) * Math.exp(random.uniform() - 0.5);
    const lengths = {
      firstLength: Float64Array.from(votes.first, lengthOf),
      secondLength: Float64Array.from(votes.second, lengthOf),
    };
    const { longer, pointsPerDoubling } = lengthBias(votes, lengths);
    expect(longer.interval?.lower).toBeGreaterThan(0.6);
    expect(pointsPerDoubling?.interval.lower).toBeLessThan(0);
    expect(pointsPerDoubling?.interval.upper).toBeGreaterThan(0);
  });

  it('finds the points of a doubling', () => {
    // Odds of √10 for each factor of e: 200 points, so 200·ln 2 = 138.6 for a factor of two.
    const random = seededRandom(15);
    const votes = drawVotes([0, 0, 0], { votes: 4000, random });
    const draws = Float64Array.from({ length: 4000 }, () => 100 + 900 * random.uniform());
    const firstLength = draws;
    const secondLength = draws.map(() => 100 + 900 * random.uniform());
    const outcome = votes.outcome.map((_, vote) => {
      const logit = (Math.LN10 / 2) * Math.log((firstLength[vote]! + 1) / (secondLength[vote]! + 1));
      return random.uniform() < 1 / (1 + Math.exp(-logit)) ? FIRST_WINS : SECOND_WINS;
    });
    const { pointsPerDoubling } = lengthBias({ ...votes, outcome }, { firstLength, secondLength });
    expect(Math.abs((pointsPerDoubling?.value ?? 0) - 200 * Math.LN2)).toBeLessThan(15);
    expect(pointsPerDoubling?.interval.lower).toBeGreaterThan(110);
  });

  it('has no coefficient where lengths do not differ', () => {
    const votes = drawVotes([0, 0], { votes: 10, random: seededRandom(1) });
    const alike = new Float64Array(10).fill(50);
    expect(lengthBias(votes, { firstLength: alike, secondLength: alike }).pointsPerDoubling).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { fitBradleyTerry } from '../bradley-terry/fit-bradley-terry.js';
import { countPairs } from '../comparisons/pair-counts.js';
import { seededRandom } from '../random/xoshiro.js';
import { hasArenaData, readMtBench } from '../testing/arena-data.js';
import { drawVotes, votesOf } from '../testing/vote-columns.js';
import { actualWinRates } from './actual-win-rates.js';
import { assessFit } from './assess-fit.js';
import { predictedWinRates } from './predicted-win-rates.js';

describe('win rates', () => {
  const counts = countPairs(
    votesOf(3, [
      [0, '>', 1, 6],
      [1, '>', 0, 2],
      [0, '=', 1, 2],
      [2, '<', 1, 5],
    ]),
  );

  it('count ties as halves, or not at all', () => {
    const half = actualWinRates(counts);
    expect([half.rates[1], half.rates[3], half.games[1]]).toEqual([0.7, 0.3, 10]);
    const dropped = actualWinRates(counts, 'drop');
    expect([dropped.rates[1], dropped.rates[3], dropped.games[3]]).toEqual([6 / 8, 2 / 8, 8]);
  });

  it('are not there for pairs that have not met', () => {
    const { rates, games } = actualWinRates(counts);
    expect([rates[2], games[2], rates[4]]).toEqual([Number.NaN, 0, Number.NaN]);
  });

  it('are ten to one at 400 points', () => {
    const rates = predictedWinRates([1400, 1000, Number.NaN]);
    expect([rates[1], rates[3]]).toEqual([expect.closeTo(10 / 11, 12), expect.closeTo(1 / 11, 12)]);
    expect([rates[0], rates[2]]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('assessFit', () => {
  it.skipIf(!hasArenaData)('on MT-bench agrees with an independent computation (needs ../shared/arena-data)', () => {
    const { comparisons, names } = readMtBench('human');
    const counts = countPairs(comparisons);
    const at = names.indexOf('gpt-4') * names.length + names.indexOf('claude-v1');
    // Newton by NumPy 2 with a pseudo-inverse; the p-value is SciPy 1.17.1, stats.chi2.sf.
    const half = assessFit(counts, fitBradleyTerry(counts));
    expect(half.dispersion).toBeCloseTo(0.676433030001509, 9);
    expect(half.chiSquare).toBeCloseTo(23.27262190655828, 7);
    expect(half.degreesOfFreedom).toBe(10);
    expect(half.pValue).toBeCloseTo(0.009783805750128705, 9);
    expect(half.residuals[at]).toBeCloseTo(-0.0438077059369298, 7);
    const dropped = assessFit(counts, fitBradleyTerry(counts, { ties: 'drop' }));
    expect(dropped.chiSquare).toBeCloseTo(24.062345840975414, 7);
    expect(dropped.residuals[at]).toBeCloseTo(-0.08292660313005423, 7);
  });

  it('finds votes that follow the model as good as they are, with ties and without', () => {
    const random = seededRandom(1);
    const strengths = [0.8, 0.4, 0.1, 0, -0.2, -0.5, -0.9];
    for (const ties of [0, 0.3]) {
      const fits = Array.from({ length: 200 }, () => {
        const counts = countPairs(drawVotes(strengths, { votes: 1500, ties, random }));
        return assessFit(counts, fitBradleyTerry(counts));
      });
      // 21 pairs less 6 free strengths. The mean of 200 such chi-squares has a standard error of √(30/200) = 0.39.
      const mean = fits.reduce((sum, { chiSquare }) => sum + chiSquare, 0) / 200;
      expect(Math.abs(mean - 15)).toBeLessThan(1.6);
      const small = fits.filter(({ pValue }) => pValue < 0.05).length;
      expect(small).toBeGreaterThan(1);
      expect(small).toBeLessThan(22);
      const squares = fits.map(({ residuals }) => residuals[1]! ** 2);
      // The mean of 200 squares of standard normals: standard error 0.1.
      expect(Math.abs(squares.reduce((sum, square) => sum + square, 0) / 200 - 1)).toBeLessThan(0.4);
    }
  });

  it('sees a circle of models that beat each other', () => {
    const counts = countPairs(
      votesOf(3, [
        [0, '>', 1, 40],
        [1, '>', 0, 20],
        [1, '>', 2, 40],
        [2, '>', 1, 20],
        [2, '>', 0, 40],
        [0, '>', 2, 20],
      ]),
    );
    const { chiSquare, degreesOfFreedom, residuals } = assessFit(counts, fitBradleyTerry(counts));
    // All are equally strong; each pair adds (40 − 30)²/15. Of three pairs two are fitted: h = 2/3.
    expect(chiSquare).toBeCloseTo(20, 9);
    expect(degreesOfFreedom).toBe(1);
    expect(residuals[1]).toBeCloseTo(10 / Math.sqrt(15) / Math.sqrt(1 / 3), 9);
    expect(residuals[3]).toBeCloseTo(-10 / Math.sqrt(15) / Math.sqrt(1 / 3), 9);
  });

  it('has nothing to say of a chain, whose ratings follow its pairs', () => {
    const counts = countPairs(
      votesOf(3, [
        [0, '>', 1, 4],
        [1, '>', 0, 2],
        [1, '>', 2, 4],
        [2, '>', 1, 2],
      ]),
    );
    const fit = assessFit(counts, fitBradleyTerry(counts));
    expect([fit.degreesOfFreedom, fit.pValue, fit.residuals[1]]).toEqual([0, Number.NaN, Number.NaN]);
  });
});

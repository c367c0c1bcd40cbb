import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/xoshiro.js';
import type { BaselinePreferences, GamedBaselines } from './design.js';
import { lengthControlledWinRate } from './length-controlled-win-rate.js';

const rounded = (value: number): number => Math.round(value * 100) / 100;
const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));
const column = (length: number, at: (index: number) => number): Float64Array =>
  Float64Array.from({ length }, (_, index) => at(index));

/** Made by a formula, so that another program can make the same. */
const lengthDifference = column(200, (i) => (((i * 73) % 211) - 90) * 7);
const difficulty = column(200, (i) => (((i * 29) % 41) - 20) / 10);
const preference = column(200, (i) =>
  rounded(
    chance(0.3 + 0.8 * Math.tanh(lengthDifference[i]! / 400) - 0.5 * difficulty[i]! + (((i * 17) % 23) - 11) / 6),
  ),
);
const gamedDifference = column(60, (j) => (j % 2 === 0 ? 1.5 : -1.2) + ((j * 7) % 11) / 20);
const gamed: GamedBaselines = {
  preference: gamedDifference.map((difference) => rounded(chance(0.9 * Math.tanh(difference)))),
  standardisedDifference: gamedDifference,
  difficulty: column(60, (j) => (((j * 13) % 17) - 8) / 5),
};
const withDifficulty: BaselinePreferences = { preference, lengthDifference, difficulty };
const QUICK = { rounds: 0 };

describe('lengthControlledWinRate', () => {
  // scikit-learn 1.9.1, LogisticRegression(penalty='l1', solver='liblinear', fit_intercept=False, tol=1e-12) on doubled rows with weights
  // y·w and (1 − y)·w, the strength by hand over the same folds: what alpaca_eval's glm_winrate does with LogisticRegressionCV.
  it('is that of scikit-learn with difficulties and gamed baselines', () => {
    const { coefficients, controlled, raw, strength, standardDeviation } = lengthControlledWinRate(withDifficulty, {
      ...QUICK,
      gamed,
    })!;
    expect(strength).toBeCloseTo(10_000, 6);
    expect(coefficients.model).toBeCloseTo(0.2502714770223841, 5);
    expect(coefficients.length).toBeCloseTo(0.5366453713707233, 5);
    expect(coefficients.difficulty).toBeCloseTo(-0.35826082529377157, 5);
    expect(controlled.value).toBeCloseTo(0.5595161373777006, 6);
    expect(raw.value).toBeCloseTo(0.57385, 9);
    expect(standardDeviation).toBeCloseTo(428.31747242662146, 9);
  });

  it('and with neither of them', () => {
    const { coefficients, controlled, strength } = lengthControlledWinRate({ preference, lengthDifference }, QUICK)!;
    expect(strength).toBeCloseTo(166.81005372000558, 6);
    expect(coefficients.model).toBeCloseTo(0.24386923472462696, 5);
    expect(coefficients.length).toBeCloseTo(0.47858623756305235, 5);
    expect(coefficients.difficulty).toBeUndefined();
    expect(controlled.value).toBeCloseTo(0.5606669398976463, 6);
  });

  it('drops what a strong penalty does not pay for', () => {
    const { coefficients, controlled } = lengthControlledWinRate(withDifficulty, { ...QUICK, gamed, strength: 0.05 })!;
    expect(coefficients.model).toBe(0);
    expect(coefficients.length).toBe(0);
    expect(coefficients.difficulty).toBeCloseTo(-0.046080215930037895, 5);
    expect(controlled.value).toBeCloseTo(0.499988465181141, 6);
  });

  it('is a half for a model that wins by length alone', () => {
    const random = seededRandom(8);
    const longer = column(800, () => Math.exp(random.uniform() * 6));
    const votes = longer.map((difference) => (random.uniform() < chance(1.5 * Math.tanh(difference / 100)) ? 1 : 0));
    const found = lengthControlledWinRate({ preference: votes, lengthDifference: longer }, { rounds: 200 })!;
    expect(found.raw.interval?.lower).toBeGreaterThan(0.55);
    expect(found.controlled.interval?.lower).toBeLessThan(0.5);
    expect(found.controlled.interval?.upper).toBeGreaterThan(0.5);
    expect(found.coefficients.length).toBeGreaterThan(0.5);
  });

  it('has the interval of a share where length does not vary', () => {
    const votes = column(400, (i) => (i % 4 === 0 ? 0 : 1));
    const { raw, controlled } = lengthControlledWinRate({
      preference: votes,
      lengthDifference: new Float64Array(400),
    })!;
    expect(controlled.value).toBeCloseTo(0.75, 3);
    // ±1.96·√(0.75·0.25/400) = 0.0424.
    for (const { lower = 0, upper = 0 } of [raw.interval ?? {}, controlled.interval ?? {}] as {
      lower?: number;
      upper?: number;
    }[])
      expect(Math.abs((upper - lower) / 2 - 0.0424)).toBeLessThan(0.006);
  });

  it('counts instructions with a verdict only', () => {
    const gaps = preference.map((value, item) => (item < 20 ? Number.NaN : value));
    expect(lengthControlledWinRate({ preference: gaps, lengthDifference }, QUICK)?.count).toBe(180);
    expect(lengthControlledWinRate({ preference: [Number.NaN], lengthDifference: [3] })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { mean } from '../mean.js';
import { sampleStandardDeviation } from '../standard-error.js';
import { normalNumbers } from './normal.js';
import { drawPoisson, poissonTable } from './poisson.js';
import { shuffle } from './shuffle.js';
import { seededRandom, stateOfSeed, xoshiro128 } from './xoshiro.js';

describe('xoshiro128**', () => {
  it("gives the numbers of its authors' program", () => {
    // From state 1, 2, 3, 4: also in the tests of the Rust crate rand_xoshiro.
    const random = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, () => random.bits())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('is seeded by SplitMix64', () => {
    // The first two values of the reference program for this seed are 1985237415132408290 and 2979275885539914483.
    const [first, second, third, fourth] = stateOfSeed(1477776061723855037n);
    expect((BigInt(second) << 32n) | BigInt(first)).toBe(1985237415132408290n);
    expect((BigInt(fourth) << 32n) | BigInt(third)).toBe(2979275885539914483n);
  });

  it('gives uniform numbers with all their digits', () => {
    const random = seededRandom(7);
    const values = Float64Array.from({ length: 100_000 }, () => random.uniform());
    expect(mean(values)).toBeCloseTo(0.5, 2);
    expect(sampleStandardDeviation(values)).toBeCloseTo(Math.sqrt(1 / 12), 2);
    expect(values.some((value) => (value * 2 ** 40) % 1 !== 0)).toBe(true);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  });
});

describe('poissonTable', () => {
  it.each([0.3, 1, 3.7, 40, 2500])('has the probabilities of the Poisson distribution of mean %d', (lambda) => {
    const { low, cumulative } = poissonTable(lambda);
    const probability = (k: number): number => cumulative[k - low]! - (k === low ? 0 : cumulative[k - low - 1]!);
    // Recurrence and first moments: k·p(k) = λ·p(k − 1).
    const at = Math.max(low + 1, Math.round(lambda));
    expect((at * probability(at)) / (lambda * probability(at - 1))).toBeCloseTo(1, 9);
    const values = Array.from(cumulative.keys(), (k) => k + low);
    expect(values.reduce((sum, value) => sum + value * probability(value), 0) / lambda).toBeCloseTo(1, 9);
  });

  it.each([0.3, 1, 3.7])('begins with the probability of 0 for mean %d', (lambda) => {
    expect(poissonTable(lambda).cumulative[0]).toBeCloseTo(Math.exp(-lambda), 12);
  });

  it.each([1, 120])('draws with mean and variance %d', (lambda) => {
    const random = seededRandom(3);
    const table = poissonTable(lambda);
    const values = Float64Array.from({ length: 50_000 }, () => drawPoisson(table, random));
    expect(mean(values) / lambda).toBeCloseTo(1, 1);
    expect(sampleStandardDeviation(values) ** 2 / lambda).toBeCloseTo(1, 1);
  });
});

it('normal numbers have mean 0, deviation 1 and 5% beyond 1.96', () => {
  const normal = normalNumbers(seededRandom(5));
  const values = Float64Array.from({ length: 100_000 }, normal);
  expect(mean(values)).toBeCloseTo(0, 1);
  expect(sampleStandardDeviation(values)).toBeCloseTo(1, 2);
  expect(values.filter((value) => Math.abs(value) > 1.959964).length / values.length).toBeCloseTo(0.05, 2);
});

it('every order of a shuffle is alike', () => {
  const random = seededRandom(11);
  const seen = new Map<string, number>();
  for (let round = 0; round < 6000; round += 1) {
    const column = Int32Array.of(0, 1, 2);
    shuffle(column, random);
    seen.set(column.join(), (seen.get(column.join()) ?? 0) + 1);
  }
  expect(seen.size).toBe(6);
  // 1000 each, standard deviation 29.
  for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

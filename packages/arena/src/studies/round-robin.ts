import type { SeededRandom } from './seeded-random.js';

/** Number of pairs of so many models. */
export function pairCount(models: number): number {
  return (models * (models - 1)) / 2;
}

/** Number of the pair of models `a` < `b`, counted row by row of the upper triangle. */
export function pairNumber(a: number, b: number, models: number): number {
  return (a * (2 * models - a - 1)) / 2 + b - a - 1;
}

/** The two models of each pair, by its number. */
export function pairMembers(models: number): { readonly low: Int32Array; readonly high: Int32Array } {
  const low = new Int32Array(pairCount(models));
  const high = new Int32Array(pairCount(models));
  let pair = 0;
  for (let a = 0; a < models; a++) {
    for (let b = a + 1; b < models; b++) {
      low[pair] = a;
      high[pair++] = b;
    }
  }
  return { low, high };
}

/**
 * Every pair once, in an order in which no model is far ahead of another: the rounds of a round-robin tournament (circle method: each round
 * has each model once, with an odd number all but one), over a random numbering of the models, rounds and games in random order.
 */
export function roundRobin(models: number, random: SeededRandom): number[] {
  const even = models + (models % 2);
  const names = random.shuffled(Array.from({ length: models }, (_, model) => model));
  const rounds = random.shuffled(Array.from({ length: even - 1 }, (_, round) => round));
  return rounds.flatMap((round) => random.shuffled(games(round, even, names)));
}

function games(round: number, even: number, names: readonly number[]): number[] {
  const turning = even - 1;
  const found: number[] = [];
  for (let game = 0; game < even / 2; game++) {
    const home = game === 0 ? turning : (round + game) % turning;
    const away = (round + turning - game) % turning;
    const [a, b] = [names[home], names[away]];
    // With an odd number of models the last place is empty.
    if (a === undefined || b === undefined) continue;
    found.push(pairNumber(Math.min(a, b), Math.max(a, b), names.length));
  }
  return found;
}

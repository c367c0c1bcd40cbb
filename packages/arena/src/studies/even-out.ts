import type { DesignGrid } from './design-grid.js';
import { pairNumber } from './round-robin.js';
import type { SeededRandom } from './seeded-random.js';

/** What may be done to a drawn design. */
export interface EvenOutOptions {
  readonly models: number;
  readonly isAllowed: (question: number, pair: number) => boolean;
  /** Whether a model takes part in a question: the others have no items there, which is not uneven. */
  readonly isPresent: (question: number, model: number) => boolean;
  readonly random: SeededRandom;
}

/** Exchanges tried for each cell of the grid of models × questions: enough for the designs of the tests, and bounded. */
const TRIES = 60;

/**
 * Evens out how often each model comes in each question, without changing how often each pair and each question comes: where in one question
 * a model has two items more than another, it gives one of them (against some third model) to that other, in exchange with a question
 * where the exchange does no harm. Exchanges that neither help nor harm are made too, at random: they lead out of dead ends.
 */
export function evenOut(grid: DesignGrid, options: EvenOutOptions): void {
  const { models, random } = options;
  let tries = TRIES * models * grid.questions;
  let uneven = questionsOf(grid).filter((question) => spread(grid, question, options) > 1);
  while (uneven.length > 0 && tries > 0) {
    for (const question of random.shuffled(uneven)) {
      const { most, least } = extremes(grid, question, options);
      if (!exchange(grid, { question, most, least }, options)) tries -= models;
      tries--;
    }
    uneven = questionsOf(grid).filter((question) => spread(grid, question, options) > 1);
  }
}

function questionsOf(grid: DesignGrid): number[] {
  return Array.from({ length: grid.questions }, (_, question) => question);
}

/** Models of a question. */
function presentModels(question: number, { models, isPresent }: EvenOutOptions): number[] {
  return Array.from({ length: models }, (_, model) => model).filter((model) => isPresent(question, model));
}

/** Largest difference between two models' items in a question. */
function spread(grid: DesignGrid, question: number, options: EvenOutOptions): number {
  const counts = presentModels(question, options).map((model) => grid.degree(question, model));
  return counts.length === 0 ? 0 : Math.max(...counts) - Math.min(...counts);
}

/** A model with the most items in a question, and one with the fewest; drawn among equals. */
function extremes(grid: DesignGrid, question: number, options: EvenOutOptions) {
  const order = options.random.shuffled(presentModels(question, options));
  const degree = (model: number): number => grid.degree(question, model);
  const most = order.reduce((best, model) => (degree(model) > degree(best) ? model : best));
  const least = order.reduce((best, model) => (degree(model) < degree(best) ? model : best));
  return { most, least };
}

interface Uneven {
  readonly question: number;
  readonly most: number;
  readonly least: number;
}

/** Whether a pair can be given up for another alone: it comes once more than that one, and its model is not behind the other's in all. */
function isSpare(
  grid: DesignGrid,
  { given, taken, most, least }: { readonly given: number; readonly taken: number } & Omit<Uneven, 'question'>,
): boolean {
  if ((grid.pairCounts[given] ?? 0) <= (grid.pairCounts[taken] ?? 0)) return false;
  const total = (model: number): number =>
    questionsOf(grid).reduce((sum, question) => sum + grid.degree(question, model), 0);
  return total(most) > total(least);
}

/** Makes the first exchange that does no harm. False when there is none. */
function exchange(grid: DesignGrid, { question, most, least }: Uneven, options: EvenOutOptions): boolean {
  const { models, random, isAllowed } = options;
  const gap = grid.degree(question, most) - grid.degree(question, least);
  const thirds = random.shuffled(Array.from({ length: models }, (_, model) => model));
  const others = random.shuffled(questionsOf(grid));
  const pair = (a: number, b: number): number => pairNumber(Math.min(a, b), Math.max(a, b), models);
  let sideways: (() => void) | undefined;
  for (const third of thirds) {
    if (third === most || third === least) continue;
    const [given, taken] = [pair(most, third), pair(least, third)];
    if (!grid.has(question, given) || grid.has(question, taken) || !isAllowed(question, taken)) continue;
    if (isSpare(grid, { given, taken, most, least })) {
      grid.remove(question, given);
      grid.add(question, taken);
      return true;
    }
    for (const other of others) {
      if (other === question || !grid.has(other, taken) || grid.has(other, given) || !isAllowed(other, given)) continue;
      // Change of the sum of squared counts, halved: the question gains gap − 1, the other one loses this much.
      const loss = grid.degree(other, most) - grid.degree(other, least) + 1 - (gap - 1);
      if (loss > 0) continue;
      const make = (): void => {
        grid.remove(question, given);
        grid.add(question, taken);
        grid.remove(other, taken);
        grid.add(other, given);
      };
      if (loss < 0) {
        make();
        return true;
      }
      sideways ??= make;
    }
  }
  sideways?.();
  return sideways !== undefined;
}

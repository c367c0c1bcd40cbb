import type { DesignGrid } from './design-grid.js';
import { roundRobin } from './round-robin.js';
import type { SeededRandom } from './seeded-random.js';

/** What to draw into an empty grid. */
export interface DrawOptions {
  readonly models: number;
  /** Cells to draw. */
  readonly items: number;
  /** Which cells may be drawn. */
  readonly isAllowed: (question: number, pair: number) => boolean;
  readonly random: SeededRandom;
}

/**
 * Fills a grid: each question gets its share (±1), taken from one long row of round-robin tournaments, in which every pair comes again only
 * after all others. So pairs are used equally often (±1), and the models of a question, which come from whole rounds, nearly so.
 * Where some cells are not allowed, what can be kept of this is.
 */
export function drawDesign(grid: DesignGrid, { models, items, isAllowed, random }: DrawOptions): void {
  const row = new PairRow(models, random);
  const order = random.shuffled(Array.from({ length: grid.questions }, (_, question) => question));
  const shares = questionShares({ order, items, room: (question) => countAllowed(grid, question, isAllowed) });
  for (const question of order) {
    const used = (pair: number): boolean => grid.has(question, pair) || !isAllowed(question, pair);
    for (let count = shares[question] ?? 0; count > 0; count--)
      grid.add(
        question,
        row.take((pair) => !used(pair)),
      );
  }
}

function countAllowed(grid: DesignGrid, question: number, isAllowed: DrawOptions['isAllowed']): number {
  let count = 0;
  for (let pair = 0; pair < grid.pairs; pair++) if (isAllowed(question, pair)) count++;
  return count;
}

/** Equal shares, the rest to the first in the order; a question with less room gives what it cannot take to the others. */
function questionShares({
  order,
  items,
  room,
}: {
  readonly order: readonly number[];
  readonly items: number;
  readonly room: (question: number) => number;
}): Int32Array {
  const shares = new Int32Array(order.length);
  const byRoom = order.map((question) => ({ question, room: room(question) })).toSorted((a, b) => a.room - b.room);
  let left = items;
  byRoom.forEach(({ question, room: most }, place) => {
    // The ones with the least room first: what they leave is shared among those after them; later ones get the larger halves.
    const share = Math.min(most, Math.floor(left / (byRoom.length - place)));
    shares[question] = share;
    left -= share;
  });
  return shares;
}

/** An endless row of round-robin tournaments. */
class PairRow {
  readonly #models: number;
  readonly #random: SeededRandom;
  #waiting: number[] = [];

  constructor(models: number, random: SeededRandom) {
    this.#models = models;
    this.#random = random;
  }

  /** Takes the first pair that fits out of the row; those before it keep their places. At least one pair of all must fit. */
  take(fits: (pair: number) => boolean): number {
    for (let place = 0; ; place++) {
      if (place === this.#waiting.length) this.#waiting.push(...roundRobin(this.#models, this.#random));
      const pair = this.#waiting[place] as number;
      if (!fits(pair)) continue;
      this.#waiting.splice(place, 1);
      return pair;
    }
  }
}

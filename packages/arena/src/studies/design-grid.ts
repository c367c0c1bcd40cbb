/** Which pairs meet on which questions: cells of a grid of questions × pairs, with the sums that a balanced design keeps equal. */
export class DesignGrid {
  readonly questions: number;
  readonly pairs: number;
  /** Cells of each pair, each question, and each model in a question (`question × models + model`). */
  readonly pairCounts: Int32Array;
  readonly questionCounts: Int32Array;
  readonly degrees: Int32Array;
  readonly #cells: Uint8Array;
  readonly #models: number;
  readonly #low: Int32Array;
  readonly #high: Int32Array;

  constructor(questions: number, models: number, members: { readonly low: Int32Array; readonly high: Int32Array }) {
    this.questions = questions;
    this.pairs = members.low.length;
    this.#models = models;
    this.#low = members.low;
    this.#high = members.high;
    this.#cells = new Uint8Array(questions * this.pairs);
    this.pairCounts = new Int32Array(this.pairs);
    this.questionCounts = new Int32Array(questions);
    this.degrees = new Int32Array(questions * models);
  }

  has(question: number, pair: number): boolean {
    return this.#cells[question * this.pairs + pair] === 1;
  }

  /** Items of a model in a question. */
  degree(question: number, model: number): number {
    return this.degrees[question * this.#models + model] ?? 0;
  }

  add(question: number, pair: number): void {
    this.#change(question, pair, 1);
  }

  remove(question: number, pair: number): void {
    this.#change(question, pair, -1);
  }

  /** Pairs of a question, ascending. */
  pairsOf(question: number): number[] {
    const found: number[] = [];
    for (let pair = 0; pair < this.pairs; pair++) if (this.has(question, pair)) found.push(pair);
    return found;
  }

  #change(question: number, pair: number, by: 1 | -1): void {
    this.#cells[question * this.pairs + pair] = by === 1 ? 1 : 0;
    bump(this.pairCounts, pair, by);
    bump(this.questionCounts, question, by);
    bump(this.degrees, question * this.#models + (this.#low[pair] ?? 0), by);
    bump(this.degrees, question * this.#models + (this.#high[pair] ?? 0), by);
  }
}

function bump(counts: Int32Array, place: number, by: number): void {
  counts[place] = (counts[place] ?? 0) + by;
}

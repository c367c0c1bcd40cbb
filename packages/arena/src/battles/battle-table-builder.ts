import type { BattleOutcome } from './battle-outcome.js';
import type { BattleTable, LeftOut } from './battle-table.js';
import type { CodedColumn } from './coded-column.js';
import { GrowingNumbers, GrowingTexts, Vocabulary } from './growing-column.js';

/** A battle to add to a table. */
export interface Battle {
  readonly first: string;
  readonly second: string;
  readonly outcome: BattleOutcome;
  /** Values of the builder's further columns, in their order; undefined is missing. */
  readonly values: readonly (string | undefined)[];
  /** NaN: not known. */
  readonly time: number;
}

/** Collects battles row by row. */
export class BattleTableBuilder {
  readonly #models = new Vocabulary();
  readonly #first = new GrowingTexts(this.#models);
  readonly #second = new GrowingTexts(this.#models);
  readonly #outcome = new GrowingNumbers((length) => new Uint8Array(length));
  readonly #time = new GrowingNumbers((length) => new Float64Array(length));
  readonly #names: readonly string[];
  readonly #columns: readonly GrowingTexts[];
  readonly #leftOut: Record<keyof LeftOut, number> = { sameModel: 0, notBlind: 0, noVerdict: 0 };
  #isTimed = true;

  /** `columns` names the further columns. */
  constructor(columns: readonly string[]) {
    this.#names = columns;
    this.#columns = columns.map(() => new GrowingTexts());
  }

  add({ first, second, outcome, values, time }: Battle): void {
    if (first === second) {
      this.leaveOut('sameModel');
      return;
    }
    this.#first.push(first);
    this.#second.push(second);
    this.#outcome.push(outcome);
    this.#time.push(time);
    this.#isTimed &&= !Number.isNaN(time);
    this.#columns.forEach((column, place) => column.push(values[place]));
  }

  /** Counts a row that does not become a battle. */
  leaveOut(reason: keyof LeftOut): void {
    this.#leftOut[reason] += 1;
  }

  /** The table of all battles so far. A column without a single value is not there. */
  build(): BattleTable {
    const columns = new Map<string, CodedColumn>();
    this.#names.forEach((name, place) => {
      const column = this.#columns[place]!.take();
      if (column.values.length > 0) columns.set(name, column);
    });
    return {
      models: this.#models.values,
      first: this.#first.take().codes,
      second: this.#second.take().codes,
      outcome: this.#outcome.take(),
      columns,
      time: this.#isTimed && this.#time.length > 0 ? this.#time.take() : null,
      leftOut: { ...this.#leftOut },
    };
  }
}

import type { Catalog } from '@understudy/catalog';
import { buildLeaderboard, MeasurementReader, type Leaderboard, type Measurements } from '@understudy/evidence';
import type { Store } from '@understudy/store';

/** What was measured, as the database has it now; the same objects as long as nothing changed. */
export class Measured {
  readonly #runs: Store;
  readonly #catalog: () => Promise<Catalog>;
  readonly #boards = new WeakMap<Measurements, Leaderboard>();
  #reader: MeasurementReader | undefined;

  constructor(runs: Store, catalog: () => Promise<Catalog>) {
    this.#runs = runs;
    this.#catalog = catalog;
  }

  /** All results of ended runs, by setting. */
  async measurements(): Promise<Measurements> {
    const catalog = await this.#catalog();
    this.#reader ??= new MeasurementReader(this.#runs, catalog);
    return this.#reader.read();
  }

  /** All of them side by side. */
  async leaderboard(): Promise<Leaderboard> {
    const measurements = await this.measurements();
    const known = this.#boards.get(measurements);
    if (known !== undefined) return known;
    const board = buildLeaderboard(measurements, await this.#catalog());
    this.#boards.set(measurements, board);
    return board;
  }
}

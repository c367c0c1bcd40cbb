import type { Catalog } from '@understudy/catalog';
import { refreshResults } from '@understudy/evaluate';
import { buildLeaderboard, MeasurementReader, type Leaderboard, type Measurements } from '@understudy/evidence';
import type { Store } from '@understudy/store';

/** What measurements are read from. */
export interface MeasuredSources {
  readonly runs: Store;
  readonly catalog: () => Promise<Catalog>;
  /** Ends work that nobody waits for. */
  readonly signal: AbortSignal | undefined;
  readonly onError: (error: unknown) => void;
}

/** How old measurements may be while missing results are being computed. */
const REFRESHING_MS = 10_000;

/** What was measured, as the database has it now; the same objects as long as nothing changed. */
export class Measured {
  readonly #sources: MeasuredSources;
  readonly #boards = new WeakMap<Measurements, Leaderboard>();
  #reader: MeasurementReader | undefined;
  #last: Measurements | undefined;
  #refreshing = false;
  /** When the last ones were read, on the clock of `performance`. */
  #readAt = 0;

  constructor(sources: MeasuredSources) {
    this.#sources = sources;
  }

  /**
   * All results of ended runs, by setting. Results that runs lack, as those of a database of an older version do, are computed while
   * nobody waits for them: whoever asks then finds them, some seconds later while there are more to come, as each of thousands would have all
   * read anew.
   */
  async measurements(): Promise<Measurements> {
    const last = this.#last;
    if (last !== undefined && this.#refreshing && performance.now() - this.#readAt < REFRESHING_MS) return last;
    this.#reader ??= new MeasurementReader(this.#sources.runs, await this.#sources.catalog());
    const measurements = await this.#reader.read();
    this.#readAt = performance.now();
    if (measurements !== this.#last) void this.#refresh();
    this.#last = measurements;
    return measurements;
  }

  /** All of them side by side. */
  async leaderboard(): Promise<Leaderboard> {
    const measurements = await this.measurements();
    const known = this.#boards.get(measurements);
    if (known !== undefined) return known;
    const board = buildLeaderboard(measurements, await this.#sources.catalog());
    this.#boards.set(measurements, board);
    return board;
  }

  async #refresh(): Promise<void> {
    if (this.#refreshing) return;
    this.#refreshing = true;
    const { runs, signal, onError } = this.#sources;
    try {
      const refreshing = refreshResults(runs, { signal });
      while ((await refreshing.next()).done !== true);
    } catch (error) {
      if (signal?.aborted !== true) onError(error);
    } finally {
      this.#refreshing = false;
    }
  }
}

import type { Catalog } from '@understudy/catalog';
import type { ResultStore } from '@understudy/store';
import type { Measurements } from './measurements.js';
import { readMeasurements, type MeasurementStore } from './read-measurements.js';

/** Reads measurements and keeps them until the store says that something changed. */
export class MeasurementReader {
  readonly #store: MeasurementStore & Pick<ResultStore, 'resultsStamp'>;
  readonly #catalog: Catalog;
  #kept: { readonly stamp: string; readonly measurements: Promise<Measurements> } | undefined;

  constructor(store: MeasurementStore & Pick<ResultStore, 'resultsStamp'>, catalog: Catalog) {
    this.#store = store;
    this.#catalog = catalog;
  }

  /** The measurements as the store has them now; the same object as long as nothing changed, however many ask at once. */
  async read(): Promise<Measurements> {
    // The stamp is read first: what is kept while the results are read makes the next reading fresh.
    const stamp = await this.#store.resultsStamp();
    if (this.#kept?.stamp === stamp) return this.#kept.measurements;
    const measurements = readMeasurements(this.#store, this.#catalog);
    this.#kept = { stamp, measurements };
    measurements.catch(() => {
      if (this.#kept?.measurements === measurements) this.#kept = undefined;
    });
    return measurements;
  }
}

import type { Catalog, Contamination, ModelCard } from '@understudy/catalog';

const NOTHING: readonly Contamination[] = [];

/**
 * What the catalog's sources say of benchmarks in the training of models. What holds of a base model holds of all that is tuned from it;
 * where no source says anything nothing is said.
 */
export class ContaminationIndex {
  readonly #catalog: Catalog;
  readonly #byModel = new Map<string, Contamination[]>();
  readonly #known = new Map<string, ReadonlyMap<string, readonly Contamination[]>>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    for (const contamination of catalog.contaminations) {
      for (const model of contamination.models) {
        const list = this.#byModel.get(model) ?? [];
        list.push(contamination);
        this.#byModel.set(model, list);
      }
    }
  }

  /** By id of the benchmark. */
  of(card: ModelCard): ReadonlyMap<string, readonly Contamination[]> {
    const known = this.#known.get(card.id);
    if (known !== undefined) return known;
    const byBenchmark = new Map<string, Contamination[]>();
    for (const id of this.#lineage(card)) {
      for (const contamination of this.#byModel.get(id) ?? NOTHING) {
        const list = byBenchmark.get(contamination.benchmark) ?? [];
        if (!list.includes(contamination)) list.push(contamination);
        byBenchmark.set(contamination.benchmark, list);
      }
    }
    this.#known.set(card.id, byBenchmark);
    return byBenchmark;
  }

  /** The model, its base model, that one's, … */
  #lineage(card: ModelCard): readonly string[] {
    const lineage: string[] = [];
    let id: string | null | undefined = card.id;
    while (typeof id === 'string' && !lineage.includes(id)) {
      lineage.push(id);
      id = this.#catalog.cardsById.get(id)?.baseModel?.value;
    }
    return lineage;
  }
}

import { contaminationsOf, type Catalog, type Contamination, type ModelCard } from '@understudy/catalog';

/** By id of the benchmark. */
type ByBenchmark = ReadonlyMap<string, readonly Contamination[]>;

/** What the catalog's sources say of benchmarks in the training of models (`contaminationsOf`), looked up once a model. */
export class ContaminationIndex {
  readonly #catalog: Catalog;
  readonly #known = new Map<string, ByBenchmark>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** By id of the benchmark; one that no source says anything of is not there. */
  of(card: ModelCard): ByBenchmark {
    const known = this.#known.get(card.id);
    if (known !== undefined) return known;
    const found = new Map<string, Contamination[]>();
    for (const contamination of contaminationsOf(card, this.#catalog)) {
      found.set(contamination.benchmark, [...(found.get(contamination.benchmark) ?? []), contamination]);
    }
    this.#known.set(card.id, found);
    return found;
  }
}

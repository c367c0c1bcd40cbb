import { obligationsOf, type Catalog } from '@understudy/catalog';
import type { Run } from '@understudy/store';
import { CardIndex } from './card-index.js';
import type { ModelRef } from './model-ref.js';
import { nameOf } from './name-of.js';
import { quantizationOf } from './quantization.js';
import { identityOf, runNames } from './run-names.js';

/** Says which model a run measured. Runs are to be given the newest first: the newest gives a model its spec, and its name where no card does. */
export class ModelRefs {
  readonly #cards: CardIndex;
  readonly #catalog: Catalog;
  readonly #models = new Map<string, ModelRef>();

  constructor(catalog: Catalog) {
    this.#cards = new CardIndex(catalog);
    this.#catalog = catalog;
  }

  /** By identity. */
  get models(): ReadonlyMap<string, ModelRef> {
    return this.#models;
  }

  /**
   * Name of the chat template that the model's card names, with adapters over its weights too; undefined where there is none. To be asked
   * once all runs were told, as any of them may lead to the card.
   */
  templateOf(run: Run): string | undefined {
    const names = runNames(run);
    const card = this.#models.get(identityOf(names))?.card ?? this.#cards.findOfWeights(names);
    return card?.template?.value ?? undefined;
  }

  of(run: Run): ModelRef {
    const names = runNames(run);
    const identity = identityOf(names);
    const known = this.#models.get(identity);
    // An older run may have named the model by what leads to its card.
    if (known?.card !== undefined) return known;
    const card = this.#cards.find(names);
    if (known !== undefined && card === undefined) return known;
    const model: ModelRef = {
      identity,
      name: card === undefined ? (known?.name ?? nameOf(names, card)) : nameOf(names, card),
      spec: known?.spec ?? names.spec,
      remote: known?.remote ?? names.remote,
      card,
      obligations: card && obligationsOf(card, this.#catalog),
      quantization: quantizationOf(run, names, card) ?? known?.quantization,
    };
    this.#models.set(identity, model);
    return model;
  }
}

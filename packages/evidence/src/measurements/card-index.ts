import type { Catalog, ModelCard } from '@understudy/catalog';
import type { ModelNames } from './model-names.js';

const HUB_REPOSITORY = /^hf:(?<repository>[\w.-]+\/[\w.-]+)(?:[/@]|$)/u;

/** The cards of a catalog by all that a run can name a model by. */
export class CardIndex {
  readonly #byId: Catalog['cardsById'];
  readonly #byHash = new Map<string, ModelCard>();
  readonly #byRepository = new Map<string, ModelCard>();
  readonly #byRemote = new Map<string, ModelCard>();

  constructor(catalog: Pick<Catalog, 'cards' | 'cardsById'>) {
    this.#byId = catalog.cardsById;
    for (const card of catalog.cards) {
      const { file, repositories } = card.weights;
      if (file !== null) this.#byHash.set(file.sha256, card);
      if (card.remote !== null) this.#byRemote.set(card.remote.value, card);
      for (const repository of repositories) addOnce(this.#byRepository, repository.toLowerCase(), card);
      for (const { spec } of file?.sources ?? []) {
        const repository = HUB_REPOSITORY.exec(spec)?.groups?.['repository'];
        if (repository !== undefined) addOnce(this.#byRepository, repository.toLowerCase(), card);
      }
    }
  }

  /**
   * The card that a run's model belongs to: by the content of its file, its id, its repository on the hub (at any revision, any file of
   * it), or the provider's name of it. A model with adapters laid over it is another model, which no card is of.
   */
  find(names: ModelNames): ModelCard | undefined {
    return names.adapters === '' ? this.findOfWeights(names) : undefined;
  }

  /** The card of the weights that a run was made with, whatever adapters were laid over them. */
  findOfWeights(names: ModelNames): ModelCard | undefined {
    return (
      this.#byHash.get(names.identity) ??
      this.#byId.get(names.name) ??
      this.#byRepository.get(names.repository?.toLowerCase() ?? '') ??
      this.#byRemote.get(names.remote ?? '')
    );
  }
}

/** Of several cards with one repository the first by id. */
function addOnce(map: Map<string, ModelCard>, key: string, card: ModelCard): void {
  if (!map.has(key)) map.set(key, card);
}

import type { Catalog } from '@understudy/catalog';
import type { Run } from '@understudy/store';
import { CardIndex } from './card-index.js';
import { nameOf } from './name-of.js';
import { runNames } from './run-names.js';

/** What a run measured, as it is shown. */
export interface RunModel {
  /** As the leaderboard names it. */
  readonly name: string;
  /** Null: no card is known to be of this model. */
  readonly cardId: string | null;
}

/** Names the models of runs by a catalog. */
export class RunModels {
  readonly #cards: CardIndex;

  constructor(catalog: Pick<Catalog, 'cards' | 'cardsById'>) {
    this.#cards = new CardIndex(catalog);
  }

  /** The model of a run. */
  of(run: Run): RunModel {
    const names = runNames(run);
    const card = this.#cards.find(names);
    return { name: nameOf(names, card), cardId: card?.id ?? null };
  }
}

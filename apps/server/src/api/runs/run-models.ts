import type { Catalog } from '@understudy/catalog';
import { CardIndex, nameOf, runNames } from '@understudy/evidence';
import type { Run } from '@understudy/store';

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

  constructor(catalog: Catalog) {
    this.#cards = new CardIndex(catalog);
  }

  of(run: Run): RunModel {
    const names = runNames(run);
    const card = this.#cards.find(names);
    return { name: nameOf(names, card), cardId: card?.id ?? null };
  }
}

import { understudyHome } from '@understudy/hub';
import type { ModelCard } from '../card/card.js';
import { CARDS_FOLDER, readCards } from '../card/read-cards.js';
import { localModels, type LocalModel } from './local-models.js';
import type { CatalogOptions } from './resolve-model.js';

/** A line of the list of models. */
export interface ModelListing {
  /** What names the model on the command line. */
  readonly spec: string;
  /** Of catalog models. */
  readonly card: ModelCard | undefined;
  /** Of models on disk. */
  readonly local: LocalModel | undefined;
}

/** The models of the catalog and those on disk; catalog models first, each part sorted by spec. */
export async function listModels(options: CatalogOptions = {}): Promise<readonly ModelListing[]> {
  const cards = await readCards(options.cardsFolder ?? CARDS_FOLDER);
  const locals = new Map(
    (await localModels(options.home ?? understudyHome(options.env))).map((model) => [model.spec, model]),
  );
  const known = cards.map((card) => ({ spec: card.id, card, local: locals.get(card.id) }));
  const ids = new Set(cards.map((card) => card.id));
  const others = [...locals.values()].filter((model) => !ids.has(model.spec));
  return [...known, ...others.map((local) => ({ spec: local.spec, card: undefined, local }))];
}

import { understudyHome } from '@understudy/hub';
import type { ModelCard } from '../card/card.js';
import { CARDS_FOLDER } from '../card/card-files.js';
import { readCards } from '../card/read-cards.js';
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

/** Which models to list; what is undefined or empty asks for nothing. A model without a card has neither family nor kind. */
export interface ModelFilter {
  readonly families?: readonly string[] | undefined;
  readonly kinds?: readonly ModelCard['kind'][] | undefined;
  /** Only models on disk. */
  readonly isLocal?: boolean | undefined;
}

/** Where models are listed from. */
export interface ListOptions extends CatalogOptions {
  /** Cards that were read already. */
  readonly cards?: readonly ModelCard[] | undefined;
}

/** The models of the catalog by family and size, then others on disk by spec. */
export async function listModels(
  options: ListOptions = {},
  filter: ModelFilter = {},
): Promise<readonly ModelListing[]> {
  const cards = [...(options.cards ?? (await readCards(options.cardsFolder ?? CARDS_FOLDER)))].sort(compareCards);
  const locals = new Map(
    (await localModels(options.home ?? understudyHome(options.env))).map((model) => [model.spec, model]),
  );
  const known = cards.map((card) => ({ spec: card.id, card, local: locals.get(card.id) }));
  const ids = new Set(cards.map((card) => card.id));
  const others = [...locals.values()].filter((model) => !ids.has(model.spec));
  const all = [...known, ...others.map((local) => ({ spec: local.spec, card: undefined, local }))];
  return all.filter((listing) => isWanted(listing, filter));
}

function compareCards(a: ModelCard, b: ModelCard): number {
  return (
    compare(a.family, b.family) ||
    (a.parameters?.value ?? Infinity) - (b.parameters?.value ?? Infinity) ||
    compare(a.released?.value ?? '', b.released?.value ?? '') ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function isWanted({ card, local }: ModelListing, { families, kinds, isLocal }: ModelFilter): boolean {
  return isAmong(card?.family, families) && isAmong(card?.kind, kinds) && (isLocal !== true || local !== undefined);
}

function isAmong<T>(value: T | undefined, wanted: readonly T[] = []): boolean {
  return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}

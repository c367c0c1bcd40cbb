import type { Catalog } from '../catalog.js';

/** A model below another: tuned from it, or from what was tuned from it. */
export interface Descendant {
  readonly id: string;
  /** Its direct parent. */
  readonly parent: string;
  /** Steps down: 1 for a child. */
  readonly depth: number;
}

/** Ids of the models that a model was made from, its direct parent first. The last may be an external model, whose own parents are not known. */
export function ancestorsOf(id: string, { cardsById }: Pick<Catalog, 'cardsById'>): readonly string[] {
  const ancestors: string[] = [];
  let parent = cardsById.get(id)?.baseModel?.value ?? undefined;
  // A card that is its own ancestor is a mistake in the data, and must not hang the reader.
  while (parent !== undefined && parent !== id && !ancestors.includes(parent)) {
    ancestors.push(parent);
    parent = cardsById.get(parent)?.baseModel?.value ?? undefined;
  }
  return ancestors;
}

/** The models that were made from a model, each after its parent, in the order of the cards. */
export function descendantsOf(id: string, { cards }: Pick<Catalog, 'cards'>): readonly Descendant[] {
  const found: Descendant[] = [];
  const seen = new Set([id]);
  const visit = (parent: string, depth: number): void => {
    for (const card of cards) {
      if (card.baseModel?.value !== parent || seen.has(card.id)) continue;
      seen.add(card.id);
      found.push({ id: card.id, parent, depth });
      visit(card.id, depth + 1);
    }
  };
  visit(id, 1);
  return found;
}

import type { Catalog } from '../catalog.js';
import type { ModelCard } from '../card/card.js';
import type { Contamination } from './contamination.js';

/**
 * What sources say of benchmark data in the training of a model and of those it was made from; its own first. That a base model is clean
 * says nothing of what was tuned from it, so it is left out. A benchmark without a statement was not checked.
 */
export function contaminationsOf(
  card: ModelCard,
  { cardsById, contaminations }: Pick<Catalog, 'cardsById' | 'contaminations'>,
): readonly Contamination[] {
  const own = contaminations.filter(({ models }) => models.includes(card.id));
  const parent = card.baseModel?.value ?? undefined;
  const base = parent === undefined ? undefined : cardsById.get(parent);
  const handedDown =
    base === undefined
      ? contaminations.filter(({ models }) => parent !== undefined && models.includes(parent))
      : contaminationsOf(base, { cardsById, contaminations });
  return [...own, ...handedDown.filter(({ finding }) => finding !== 'clean')];
}

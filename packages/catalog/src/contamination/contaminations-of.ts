import type { Catalog } from '../catalog.js';
import type { ModelCard } from '../card/card.js';
import { ancestorsOf } from '../lineage/relatives.js';
import type { Contamination } from './contamination.js';

/**
 * What sources say of benchmark data in the training of a model and of those it was made from; its own first. That a base model is clean
 * says nothing of what was tuned from it, so it is left out. A benchmark without a statement was not checked.
 */
export function contaminationsOf(
  card: ModelCard,
  { cardsById, contaminations }: Pick<Catalog, 'cardsById' | 'contaminations'>,
): readonly Contamination[] {
  const [own = [], ...handedDown] = [card.id, ...ancestorsOf(card.id, { cardsById })].map((id) =>
    contaminations.filter(({ models }) => models.includes(id)),
  );
  const known = new Set(own);
  return [...new Set([...own, ...handedDown.flat()])].filter(
    (contamination) => known.has(contamination) || contamination.finding !== 'clean',
  );
}

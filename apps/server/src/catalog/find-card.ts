import type { Catalog, ModelCard } from '@understudy/catalog';
import { ApiError } from '../http/api-error.js';

/** The card of a model. Throws `ApiError` 404. */
export function findCard(id: string, catalog: Catalog): ModelCard {
  const card = catalog.cardsById.get(id);
  if (card === undefined) throw ApiError.notFound('model');
  return card;
}

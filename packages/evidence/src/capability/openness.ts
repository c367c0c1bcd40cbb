import type { Catalog } from '@understudy/catalog';
import type { Openness } from './capability-map.js';

const WITHHELD: ReadonlySet<string> = new Set(['closed', 'unreleased']);

/**
 * Whether a model's weights can be had, as its card says, or the catalog's list of external models. A system around an open model is not a
 * model that one can have.
 */
export function opennessOf(
  modelId: string,
  { cardsById, externals }: Pick<Catalog, 'cardsById' | 'externals'>,
): Openness {
  const card = cardsById.get(modelId);
  if (card !== undefined) return WITHHELD.has(card.weights.status) ? 'closed' : 'open';
  const external = externals[modelId];
  if (external === undefined || external.isOpen === null || external.builtOn !== null) return 'unknown';
  return external.isOpen ? 'open' : 'closed';
}

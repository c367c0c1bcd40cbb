import type { Catalog } from '@understudy/catalog';
import type { Openness } from './capability-map.js';

const WITHHELD: ReadonlySet<string> = new Set(['closed', 'unreleased']);

/** Whether a model's weights can be had, as its card says, or the catalog's list of external models by naming a repository. */
export function opennessOf(
  modelId: string,
  { cardsById, externals }: Pick<Catalog, 'cardsById' | 'externals'>,
): Openness {
  const card = cardsById.get(modelId);
  if (card !== undefined) return WITHHELD.has(card.weights.status) ? 'closed' : 'open';
  const external = externals[modelId];
  return external !== undefined && external.repository !== null ? 'open' : 'unknown';
}

import type { Catalog } from '@understudy/catalog';

/** The models that open ones are held against, by id of their family: GPT-3.5-turbo and GPT-4 with their snapshots. */
export const REFERENCES = ['gpt-3.5', 'gpt-4'] as const;

/** One of the references. */
export type ReferenceId = (typeof REFERENCES)[number];

/**
 * The reference that a model is, as its card or the list of external models says by its family; undefined for all others, among them what
 * is built around a reference (`gpt-3.5-turbo-critic`) and its relatives (`gpt-3.5-turbo-instruct`).
 */
export function referenceOf(
  modelId: string,
  { cardsById, externals }: Pick<Catalog, 'cardsById' | 'externals'>,
): ReferenceId | undefined {
  const family = cardsById.get(modelId)?.family ?? externals[modelId]?.family;
  return REFERENCES.find((reference) => reference === family);
}

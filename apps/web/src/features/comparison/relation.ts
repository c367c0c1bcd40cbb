import type { CatalogModel } from '../model/calls.js';

/** How two models are related. */
export type Relation =
  | { readonly kind: 'made-from'; readonly descendant: string; readonly ancestor: string }
  /** Both were made from it: the nearest that they have in common. */
  | { readonly kind: 'common'; readonly ancestor: string }
  | { readonly kind: 'family' }
  | { readonly kind: 'none' };

type Related = {
  readonly card: Pick<CatalogModel['card'], 'id' | 'name' | 'family'>;
  readonly ancestors: readonly { readonly id: string; readonly name: string }[];
};

/** How two models are related, by names. */
export function relationOf(a: Related, b: Related): Relation {
  const isFrom = (model: Related, other: Related): boolean => model.ancestors.some(({ id }) => id === other.card.id);
  if (isFrom(a, b)) return { kind: 'made-from', descendant: a.card.name, ancestor: b.card.name };
  if (isFrom(b, a)) return { kind: 'made-from', descendant: b.card.name, ancestor: a.card.name };
  const common = a.ancestors.find(({ id }) => b.ancestors.some((other) => other.id === id));
  if (common !== undefined) return { kind: 'common', ancestor: common.name };
  return a.card.family === b.card.family ? { kind: 'family' } : { kind: 'none' };
}

import type { CatalogModel } from './calls.js';
import type { FactTexts } from './card-facts.js';
import { fact, type FactGroup } from './fact.js';

/** What one may do with the weights, by their own licence. */
export function licenceFacts({ card: { licence } }: CatalogModel, { messages }: FactTexts): FactGroup {
  const { model, words } = messages;
  const { id, name, url, commercialUse, condition, sources } = licence;
  const use = words.uses[commercialUse];
  const facts = [
    ...fact({
      key: 'licence',
      label: model.labels.licence,
      value: id === null ? name : `${name} (${id})`,
      sources,
      address: url ?? undefined,
    }),
    ...fact({
      key: 'ownUse',
      label: model.labels.ownUse,
      value: condition === null ? use : `${use}: ${condition}`,
      sources,
    }),
  ];
  return { key: 'licence', title: model.licence, facts };
}

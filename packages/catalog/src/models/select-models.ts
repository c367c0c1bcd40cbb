import type { Catalog } from '../catalog.js';
import { estimateMemory, type MemoryEstimate, type MemoryUse } from '../estimates/estimate-memory.js';
import { obligationsOf } from '../licences/obligations-of.js';
import type { Obligations } from '../licences/obligations.js';
import { asksNothing, judge, type Criteria } from './criteria.js';
import type { ModelListing } from './list-models.js';

/** A line of the list of models, and what follows from its card. */
export interface SelectedModel extends ModelListing {
  /** Undefined without a card. */
  readonly obligations: Obligations | undefined;
  /** Undefined where the card knows too little. */
  readonly memory: MemoryEstimate | undefined;
}

/** The models that meet all criteria, and how many were left out because it is not known whether they do. */
export interface ModelSelection {
  readonly models: readonly SelectedModel[];
  readonly leftOut: {
    readonly models: number;
    /** How many of them by criterion; a model may lack several facts. */
    readonly byCriterion: Readonly<Partial<Record<keyof Criteria, number>>>;
  };
}

/** Chooses among models by what is known of them. A model without a card is left out as soon as anything is asked. */
export function selectModels(
  listings: readonly ModelListing[],
  catalog: Catalog,
  { criteria = {}, use }: { readonly criteria?: Criteria | undefined; readonly use: MemoryUse },
): ModelSelection {
  const models: SelectedModel[] = [];
  const byCriterion: Partial<Record<keyof Criteria, number>> = {};
  let leftOut = 0;
  for (const listing of listings) {
    const { card } = listing;
    if (card === undefined) {
      if (asksNothing(criteria)) models.push({ ...listing, obligations: undefined, memory: undefined });
      continue;
    }
    const obligations = obligationsOf(card, catalog);
    const memory = estimateMemory(card, use);
    const verdicts = Object.entries(judge({ card, obligations, memory }, criteria));
    if (verdicts.some(([, verdict]) => verdict === 'broken')) continue;
    const unknown = verdicts.flatMap(([name, verdict]) => (verdict === 'unknown' ? [name as keyof Criteria] : []));
    if (unknown.length === 0) models.push({ ...listing, obligations, memory });
    else leftOut += 1;
    for (const name of unknown) byCriterion[name] = (byCriterion[name] ?? 0) + 1;
  }
  return { models, leftOut: { models: leftOut, byCriterion } };
}

import type { Catalog } from '../catalog.js';
import type { ModelCard } from '../card/card.js';
import type { LicenceTerms } from './licence-terms.js';

/** A model along a lineage, as far as its licence goes. */
export interface Ancestor {
  readonly id: string;
  /** Undefined: a parent that was never published under any licence; what was made from it goes by its own. */
  readonly commercialUse: LicenceTerms['commercialUse'] | undefined;
  /** Undefined: it has no licence, or nobody read it. */
  readonly terms: LicenceTerms | undefined;
  /** Whoever uses the model uses this one's weights too: its own, or those that a difference or an adapter is put on. */
  readonly isUsed: boolean;
  readonly teacher: string | null;
}

/** A model and what it was made from, itself first; ends in a model without a parent, or whose parent is not known. */
export function lineageOf(card: ModelCard, catalog: Catalog): readonly Ancestor[] {
  const line: Ancestor[] = [];
  let isUsed = true;
  for (let current: ModelCard | undefined = card; current !== undefined;) {
    line.push(ofCard(current, { isUsed, isParent: current !== card }, catalog));
    isUsed &&= current.weights.status === 'delta' || current.weights.status === 'adapter';
    const parent: string | undefined = current.baseModel?.value ?? undefined;
    const next: ModelCard | undefined = parent === undefined ? undefined : catalog.cardsById.get(parent);
    if (parent !== undefined && next === undefined) line.push(ofExternal(parent, isUsed, catalog));
    current = next;
  }
  return line;
}

interface Place {
  readonly isUsed: boolean;
  readonly isParent: boolean;
}

/** What the card says of its own licence counts, not what the licence says of itself: a card may add reasons. */
function ofCard({ id, licence, finetuning }: ModelCard, place: Place, { licences }: Catalog): Ancestor {
  const terms = licence.id === null ? undefined : licences.get(licence.id);
  const isSilent = place.isParent && licence.id === null;
  const commercialUse = isSilent ? undefined : licence.commercialUse;
  return { id, commercialUse, terms, isUsed: place.isUsed, teacher: finetuning?.teacher ?? null };
}

function ofExternal(id: string, isUsed: boolean, { externals, licences }: Catalog): Ancestor {
  const external = externals[id];
  const terms = licences.get(external?.licence ?? '');
  const commercialUse = external?.isOpen === false ? undefined : (terms?.commercialUse ?? 'unknown');
  return { id, commercialUse, terms, isUsed, teacher: null };
}

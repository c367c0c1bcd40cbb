import type { Catalog } from '../catalog.js';
import type { ModelCard } from '../card/card.js';
import { ancestorsOf } from '../lineage/relatives.js';
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
  const line = [ofCard(card, { isUsed: true, isParent: false }, catalog)];
  let isUsed = isPutOn(card);
  for (const id of ancestorsOf(card.id, catalog)) {
    const parent = catalog.cardsById.get(id);
    line.push(
      parent === undefined ? ofExternal(id, isUsed, catalog) : ofCard(parent, { isUsed, isParent: true }, catalog),
    );
    isUsed &&= parent !== undefined && isPutOn(parent);
  }
  return line;
}

/** Whether the weights are a difference or an adapter, which does nothing without its parent's. */
function isPutOn({ weights: { status } }: ModelCard): boolean {
  return status === 'delta' || status === 'adapter';
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

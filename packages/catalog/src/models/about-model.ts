import type { Catalog } from '../catalog.js';
import type { ModelCard } from '../card/card.js';
import type { Claim } from '../claims/claim.js';
import { contaminationsOf } from '../contamination/contaminations-of.js';
import type { Contamination } from '../contamination/contamination.js';
import { estimateMemory, type MemoryEstimate, type MemoryUse } from '../estimates/estimate-memory.js';
import { estimateSpeed, type Machine, type SpeedEstimate } from '../estimates/estimate-speed.js';
import { obligationsOf } from '../licences/obligations-of.js';
import type { Obligations } from '../licences/obligations.js';
import type { PublishedScore } from '../scores/published-score.js';

/** What the catalog knows of a model beside its card. */
export interface ModelKnowledge {
  readonly familyName: string;
  readonly obligations: Obligations;
  /** Undefined where the card knows too little, and for models that nobody can run. */
  readonly memory: MemoryEstimate | undefined;
  readonly speed: SpeedEstimate | undefined;
  /** Claims that name it, on either side. */
  readonly claims: readonly Claim[];
  /** In the order of their sources and tables. */
  readonly scores: readonly PublishedScore[];
  /** Empty: not checked. */
  readonly contaminations: readonly Contamination[];
}

/** Gathers what the catalog knows of a model, and estimates what running it takes. */
export function aboutModel(
  card: ModelCard,
  catalog: Catalog,
  { use, machine }: { readonly use: MemoryUse; readonly machine?: Machine | undefined },
): ModelKnowledge {
  const isRunnable = card.weights.status !== 'closed' && card.weights.status !== 'unreleased';
  return {
    familyName: catalog.families[card.family] ?? card.family,
    obligations: obligationsOf(card, catalog),
    memory: isRunnable ? estimateMemory(card, use) : undefined,
    speed: isRunnable ? estimateSpeed(card, use, machine) : undefined,
    claims: catalog.claims.filter(({ models, comparators }) => [...models, ...comparators].includes(card.id)),
    scores: catalog.scores.filter(({ modelId }) => modelId === card.id),
    contaminations: contaminationsOf(card, catalog),
  };
}

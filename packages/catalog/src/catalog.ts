import type { Benchmark } from './areas/area.js';
import type { ExternalModels } from './card/external-models.js';
import type { Families } from './card/families.js';
import type { ModelCard } from './card/card.js';
import type { Claim } from './claims/claim.js';
import type { Contamination } from './contamination/contamination.js';
import type { LicenceTerms } from './licences/licence-terms.js';
import type { PublishedScore } from './scores/published-score.js';

/** All that the catalog knows, read and checked once. Nothing in it changes. */
export interface Catalog {
  /** Sorted by id. */
  readonly cards: readonly ModelCard[];
  readonly cardsById: ReadonlyMap<string, ModelCard>;
  /** Base models and systems without a card, by id. */
  readonly externals: ExternalModels;
  /** Names of families, by id. */
  readonly families: Families;
  readonly benchmarks: readonly Benchmark[];
  readonly claims: readonly Claim[];
  readonly scores: readonly PublishedScore[];
  readonly contaminations: readonly Contamination[];
  /** By id of the licence. */
  readonly licences: ReadonlyMap<string, LicenceTerms>;
}

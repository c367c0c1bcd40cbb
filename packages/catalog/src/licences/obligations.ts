import type { COMMERCIAL_USES } from '../card/licence.js';
import type { LicenceCondition } from './licence-terms.js';

/** A condition that holds for a model, and the model along its lineage whose licence makes it. */
export interface Obligation {
  readonly condition: LicenceCondition;
  /** Id of the licence. */
  readonly licence: string;
  /** Id of the model: the model itself, its base model, or further up. */
  readonly from: string;
}

/** What one may do with a model, all licences along its lineage taken together. */
export interface Obligations {
  /** The strictest of the lineage: `no` before `unknown` before `conditional` before `yes`. */
  readonly commercialUse: (typeof COMMERCIAL_USES)[number];
  /** Ids of the models whose licences decide that. */
  readonly decidedBy: readonly string[];
  /** The model's own first, then its parents'. */
  readonly obligations: readonly Obligation[];
  /** A teacher whose terms of use forbid or limit learning from its outputs; null where there is none, or none is known. */
  readonly teacher: string | null;
}

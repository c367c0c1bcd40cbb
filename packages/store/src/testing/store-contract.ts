import { describeResponses } from './response-contract.js';
import { describeRuns } from './run-contract.js';
import { describeSamples } from './sample-contract.js';
import type { StorePlace } from './store-place.js';

/** What every store must hold to; run for each implementation. `makePlace` gives a new, empty database. */
export function describeStore(name: string, makePlace: () => StorePlace): void {
  describeRuns(name, makePlace);
  describeSamples(name, makePlace);
  describeResponses(name, makePlace);
}

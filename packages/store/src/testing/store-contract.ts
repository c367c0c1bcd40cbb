import { describeBrowsing } from './browse-contract.js';
import { describePairs } from './pair-contract.js';
import { describeResponses } from './response-contract.js';
import { describeResults } from './result-contract.js';
import { describeRuns } from './run-contract.js';
import { describeSamples } from './sample-contract.js';
import type { StorePlace } from './store-place.js';

/** What every store must hold to; run for each implementation. `makePlace` gives a new, empty database. */
export function describeStore(name: string, makePlace: () => StorePlace): void {
  describeRuns(name, makePlace);
  describeSamples(name, makePlace);
  describeResponses(name, makePlace);
  describeBrowsing(name, makePlace);
  describePairs(name, makePlace);
  describeResults(name, makePlace);
}

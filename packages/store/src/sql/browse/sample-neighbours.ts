import type { Kysely } from 'kysely';
import type { SampleNeighbours, SampleQuery } from '../../browse/browse.js';
import type { Tables } from '../tables.js';
import { FittingSamples } from './fitting-samples.js';
import { readChunks } from './read-chunks.js';

/** A place in the order of a query; the key is NaN for a sample without a value. */
interface Place {
  readonly document: number;
  readonly key: number;
}

/** What stands before and after a sample in the order of a query; see `SampleBrowser`. One pass to find the sample's own place, one to compare. */
export async function sampleNeighbours(
  db: Kysely<Tables>,
  runTaskId: number,
  query: SampleQuery & { readonly docId: number },
): Promise<SampleNeighbours> {
  const fitting = await FittingSamples.of(db, runTaskId, query);
  const visitAll = async (visit: (place: Place) => void): Promise<void> => {
    for await (const chunk of readChunks(db, { runTaskIds: [runTaskId], columns: fitting.columns })) {
      fitting.visit(chunk, (document, key) => visit({ document, key }));
    }
  };
  let [own, total]: [Place | undefined, number] = [undefined, 0];
  await visitAll((place) => {
    total += 1;
    if (place.document === query.docId) own = place;
  });
  if (own === undefined) return { position: undefined, previous: undefined, next: undefined, total };
  const found = new Around(own);
  await visitAll((place) => found.add(place));
  return { position: found.before, previous: found.previous?.document, next: found.next?.document, total };
}

/** The nearest on both sides of a place, of places that come in any order. */
class Around {
  before = 0;
  previous: Place | undefined;
  next: Place | undefined;
  readonly #own: Place;

  constructor(own: Place) {
    this.#own = own;
  }

  add(place: Place): void {
    if (place.document === this.#own.document) return;
    if (isBefore(place, this.#own)) {
      this.before += 1;
      if (this.previous === undefined || isBefore(this.previous, place)) this.previous = place;
    } else if (this.next === undefined || isBefore(place, this.next)) this.next = place;
  }
}

/** By ascending key, those without a value last; of equal ones by document. */
function isBefore(a: Place, b: Place): boolean {
  const [hasNone, otherHasNone] = [Number.isNaN(a.key), Number.isNaN(b.key)];
  if (hasNone !== otherHasNone) return otherHasNone;
  if (hasNone || a.key === b.key) return a.document < b.document;
  return a.key < b.key;
}

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
  const visitAll = async (visit: (document: number, key: number) => void): Promise<void> => {
    for await (const chunk of readChunks(db, { runTaskIds: [runTaskId], columns: fitting.columns })) {
      fitting.visit(chunk, {}, visit);
    }
  };
  let [own, total]: [Place | undefined, number] = [undefined, 0];
  await visitAll((document, key) => {
    total += 1;
    if (document === query.docId) own = { document, key };
  });
  if (own === undefined) return { position: undefined, previous: undefined, next: undefined, total };
  const found = new Around(own);
  await visitAll((document, key) => found.add(document, key));
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

  add(document: number, key: number): void {
    if (document === this.#own.document) return;
    if (isBefore(document, key, this.#own)) {
      this.before += 1;
      if (this.previous === undefined || !isBefore(document, key, this.previous)) this.previous = { document, key };
    } else if (this.next === undefined || isBefore(document, key, this.next)) this.next = { document, key };
  }
}

/** By ascending key, those without a value last; of equal ones by document. */
function isBefore(document: number, key: number, other: Place): boolean {
  if (key < other.key) return true;
  if (key > other.key) return false;
  const hasNone = Number.isNaN(key);
  if (hasNone !== Number.isNaN(other.key)) return !hasNone;
  return document < other.document;
}

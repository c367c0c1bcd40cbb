import type { Sample, Store } from '@understudy/store';

/** Which samples to pair. */
export interface PairSamplesOptions {
  readonly task: string;
  readonly firstRun: string;
  readonly secondRun: string;
}

/** A document that both runs have, or only one of them. */
export type SamplePair =
  | { readonly kind: 'both'; readonly first: Sample; readonly second: Sample }
  | { readonly kind: 'first-only' }
  | { readonly kind: 'second-only' };

/**
 * Pairs the samples of two runs: by document number where the documents are equal, and what is left by the documents' hashes, for runs
 * over differently ordered or selected rows. Both runs are read once, side by side.
 */
export async function* pairSamples(
  store: Store,
  { task, firstRun, secondRun }: PairSamplesOptions,
): AsyncGenerator<SamplePair, void, undefined> {
  const firstLeft: Leftover[] = [];
  const secondLeft: Leftover[] = [];
  for await (const [first, second] of sideBySide(store.samples(firstRun, task), store.samples(secondRun, task))) {
    if (first !== undefined && second !== undefined && first.hashes.doc === second.hashes.doc) {
      yield { kind: 'both', first, second };
      continue;
    }
    if (first !== undefined) firstLeft.push(leftover(first));
    if (second !== undefined) secondLeft.push(leftover(second));
  }
  const byHash = new Map(secondLeft.map(({ docId, hash }) => [hash, docId]));
  let paired = 0;
  for (const { docId, hash } of firstLeft) {
    const pair = await pairByHash(store, { task, firstRun, secondRun, docId, other: byHash.get(hash) });
    byHash.delete(hash);
    if (pair !== undefined) paired += 1;
    yield pair ?? { kind: 'first-only' };
  }
  for (let left = secondLeft.length - paired; left > 0; left -= 1) yield { kind: 'second-only' };
}

/** What is kept of a sample that found no partner under its number. */
interface Leftover {
  readonly docId: number;
  readonly hash: string;
}

function leftover({ docId, hashes }: Sample): Leftover {
  return { docId, hash: hashes.doc };
}

async function pairByHash(
  store: Store,
  { task, firstRun, secondRun, docId, other }: PairSamplesOptions & { docId: number; other: number | undefined },
): Promise<SamplePair | undefined> {
  if (other === undefined) return undefined;
  const [first, second] = await Promise.all([
    store.sample(firstRun, task, docId),
    store.sample(secondRun, task, other),
  ]);
  return first && second && { kind: 'both', first, second };
}

/** Two streams in ascending order of documents, merged: items of the same number together, others alone. */
async function* sideBySide(
  firsts: AsyncIterable<Sample>,
  seconds: AsyncIterable<Sample>,
): AsyncGenerator<readonly [Sample | undefined, Sample | undefined], void, undefined> {
  const firstItems = firsts[Symbol.asyncIterator]();
  const secondItems = seconds[Symbol.asyncIterator]();
  let [first, second] = [await nextItem(firstItems), await nextItem(secondItems)];
  while (first !== undefined || second !== undefined) {
    const order = (first?.docId ?? Infinity) - (second?.docId ?? Infinity);
    yield [order <= 0 ? first : undefined, order >= 0 ? second : undefined];
    if (order <= 0) first = await nextItem(firstItems);
    if (order >= 0) second = await nextItem(secondItems);
  }
}

async function nextItem(items: AsyncIterator<Sample>): Promise<Sample | undefined> {
  const { done, value } = await items.next();
  return done === true ? undefined : value;
}

import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openStore, type Store } from '@understudy/store';

const POLL_MS = 50;

async function countAll(store: Store): Promise<number> {
  let sum = 0;
  for (const { id } of await store.listRuns()) {
    for (const { stored } of (await store.countSamples(id)).values()) sum += stored;
  }
  return sum;
}

/** Waits until the store of a home has more than a number of samples, and gives how many. */
export async function waitForSamples(home: string, more: number): Promise<number> {
  await using store = await openStore({ path: join(home, 'understudy.db') });
  for (;;) {
    const count = await countAll(store);
    if (count > more) return count;
    await setTimeout(POLL_MS);
  }
}

import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openArenaStore } from '@understudy/store';

const POLL_MS = 50;

/** Waits until the arena of a home has more than a number of judgements, and gives how many. */
export async function waitForJudgements(home: string, more: number): Promise<number> {
  await using store = await openArenaStore({ path: join(home, 'understudy.db') });
  for (;;) {
    let count = 0;
    for await (const _ of store.judgements()) count += 1;
    if (count > more) return count;
    await setTimeout(POLL_MS);
  }
}

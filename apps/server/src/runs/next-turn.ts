import { setImmediate } from 'node:timers/promises';

/** Lets the event loop have a turn: SQLite answers at once, so that a long row of reads would serve nobody else meanwhile. */
export async function nextTurn(): Promise<void> {
  await setImmediate();
}

import { setImmediate } from 'node:timers/promises';

/** Few enough to take some milliseconds. */
const ITEMS_PER_TURN = 500;

/**
 * The same items, but the event loop gets a turn now and then, so that votes are answered meanwhile: SQLite answers at once, and reading all
 * votes from it would not give the loop one.
 */
export async function* withTurns<T>(items: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  let count = 0;
  for await (const item of items) {
    yield item;
    count += 1;
    if (count % ITEMS_PER_TURN === 0) await setImmediate();
  }
}

import type { Store } from '../store.js';

/** A place for stores; the clock stands where the test puts it. Where stores can be shared, each `open` opens the same one. */
export interface StorePlace {
  open(now?: () => number): Promise<Store>;
}

/** Noon of a day, where the clock stands in tests. */
export const NOON = Date.UTC(2026, 10, 25, 12);

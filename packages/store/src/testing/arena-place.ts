import type { ArenaStore } from '../arena/arena-store.js';

/** A place for arenas; the clock stands where the test puts it. Where they can be shared, each `open` opens the same one. */
export interface ArenaPlace {
  open(now?: () => number): Promise<ArenaStore>;
}

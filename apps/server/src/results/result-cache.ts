import type { ArenaStore } from '@understudy/store';

/** Entries kept; the one made first goes first. */
const KEPT = 200;

interface Entry {
  readonly stamp: string;
  readonly at: number;
  readonly value: Promise<unknown>;
}

/**
 * Keeps what was computed from votes until a vote comes, by whatever process. Who asks while something is being computed waits for the same
 * computation.
 */
export class ResultCache {
  readonly #store: Pick<ArenaStore, 'voteStamp'>;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();

  constructor(store: Pick<ArenaStore, 'voteStamp'>, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** What was computed under a key since the last vote, or what is computed now. */
  async get<T>(key: string, compute: () => Promise<T>): Promise<T> {
    const stamp = await this.#store.voteStamp();
    return this.#take(key, (old) => old.stamp === stamp, { stamp, compute });
  }

  /** The same for what may lag behind the votes by so many milliseconds. */
  getLagging<T>(key: string, lagMs: number, compute: () => Promise<T>): Promise<T> {
    return this.#take(key, ({ at }) => this.#now() - at < lagMs, { stamp: '', compute });
  }

  #take<T>(
    key: string,
    isFresh: (old: Entry) => boolean,
    { stamp, compute }: { readonly stamp: string; readonly compute: () => Promise<T> },
  ): Promise<T> {
    const old = this.#entries.get(key);
    // A key stands for one kind of value.
    if (old !== undefined && isFresh(old)) return old.value as Promise<T>;
    const entry = { stamp, at: this.#now(), value: compute() };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    entry.value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    if (this.#entries.size > KEPT) this.#forgetFirst();
    return entry.value;
  }

  #forgetFirst(): void {
    for (const key of this.#entries.keys()) {
      this.#entries.delete(key);
      return;
    }
  }
}

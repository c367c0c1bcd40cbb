/** How long votes that somebody else wrote into the database, e.g. another process, may stay unseen. */
const FRESH_MS = 3000;

/** Entries kept; the one made first goes first. */
const KEPT = 200;

interface Entry {
  readonly version: number;
  readonly at: number;
  readonly value: Promise<unknown>;
}

/**
 * Keeps what was computed from votes until a vote comes. Who asks while something is being computed waits for the same computation.
 */
export class ResultCache {
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  #version = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A vote was cast, or something was done to one. */
  votesChanged(): void {
    this.#version += 1;
  }

  /** What was computed under a key, or what is computed now. */
  get<T>(key: string, compute: () => Promise<T>): Promise<T> {
    const old = this.#entries.get(key);
    const now = this.#now();
    // A key stands for one kind of value.
    if (old !== undefined && old.version === this.#version && now - old.at < FRESH_MS) return old.value as Promise<T>;
    const value = compute();
    value.catch(() => this.#entries.delete(key));
    this.#entries.delete(key);
    this.#entries.set(key, { version: this.#version, at: now, value });
    if (this.#entries.size > KEPT) this.#forgetFirst();
    return value;
  }

  #forgetFirst(): void {
    for (const key of this.#entries.keys()) {
      this.#entries.delete(key);
      return;
    }
  }
}

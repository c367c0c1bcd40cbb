import type { ArenaStore } from '@understudy/store';
import { ApiError } from '../http/api-error.js';

/** Entries kept; the one made first goes first. */
const KEPT = 200;

interface Entry {
  readonly stamp: string;
  readonly at: number;
  readonly value: Promise<unknown>;
  /** Aborted once all who wait for it have gone. */
  readonly abandoned: AbortController;
  /** How many have not gone. */
  waiting: number;
}

/** Computes a value; may give up when the signal aborts, by rejecting with its reason. */
type ComputeValue<T> = (abandoned: AbortSignal) => Promise<T>;

interface Asked<T> {
  readonly stamp: string;
  readonly compute: ComputeValue<T>;
  readonly signal?: AbortSignal | undefined;
}

/** Why a value is not there: whoever had asked for it has gone before it was begun. */
class Abandoned extends ApiError {
  constructor() {
    super({ status: 503, code: 'abandoned', message: 'Whoever asked for this has gone.' });
  }
}

/**
 * Keeps what was computed from votes until a vote comes, by whatever process. Who asks while something is being computed waits for the same
 * computation; when all of them have gone it need not be begun.
 */
export class ResultCache {
  readonly #store: Pick<ArenaStore, 'voteStamp'>;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();

  constructor(store: Pick<ArenaStore, 'voteStamp'>, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** What was computed under a key since the last vote, or what is computed now. The signal says that who asks has gone. */
  async get<T>(key: string, compute: ComputeValue<T>, signal?: AbortSignal): Promise<T> {
    for (;;) {
      const stamp = await this.#store.voteStamp();
      try {
        return await this.#take(key, (old) => old.stamp === stamp, { stamp, compute, signal });
      } catch (error) {
        // Those who came before have gone while this one came.
        if (!(error instanceof Abandoned) || signal?.aborted === true) throw error;
      }
    }
  }

  /** The same for what may lag behind the votes by so many milliseconds. */
  getLagging<T>(key: string, lagMs: number, compute: ComputeValue<T>): Promise<T> {
    return this.#take(key, ({ at }) => this.#now() - at < lagMs, { stamp: '', compute });
  }

  #take<T>(key: string, isFresh: (old: Entry) => boolean, asked: Asked<T>): Promise<T> {
    const old = this.#entries.get(key);
    const entry = old !== undefined && isFresh(old) ? old : this.#begin(key, asked);
    entry.waiting += 1;
    const leave = (): void => {
      entry.waiting -= 1;
      if (entry.waiting === 0) entry.abandoned.abort(new Abandoned());
    };
    const { signal } = asked;
    if (signal?.aborted === true) leave();
    signal?.addEventListener('abort', leave, { once: true });
    // A key stands for one kind of value.
    return (entry.value as Promise<T>).finally(() => signal?.removeEventListener('abort', leave));
  }

  #begin<T>(key: string, { stamp, compute }: Asked<T>): Entry {
    const abandoned = new AbortController();
    const entry = { stamp, at: this.#now(), value: compute(abandoned.signal), abandoned, waiting: 0 };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    entry.value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    if (this.#entries.size > KEPT) this.#forgetFirst();
    return entry;
  }

  #forgetFirst(): void {
    for (const key of this.#entries.keys()) {
      this.#entries.delete(key);
      return;
    }
  }
}

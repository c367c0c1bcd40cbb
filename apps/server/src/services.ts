import type { Catalog, LocalModel } from '@understudy/catalog';
import type { Leaderboard, Measurements } from '@understudy/evidence';
import type { ArenaStore, Store } from '@understudy/store';
import type { ModelDirectory } from './arena/model-directory.js';
import type { Compute } from './compute/compute.js';
import type { Conversations } from './free/conversations.js';
import type { FreeModel } from './free/free-model.js';
import type { AddressHash } from './limits/client-address.js';
import type { Limits } from './limits/limits.js';
import type { TokenBuckets } from './limits/token-buckets.js';
import type { ResultCache } from './results/result-cache.js';
import type { Site } from './site/load-site.js';

/** Who may come in. */
export interface AccessPolicy {
  /**
   * True: whoever reaches the server is an admin, without a key. Only for a server that listens to its own machine; requests that name any
   * other host are refused, as are those that a proxy passed on.
   */
  readonly isLocal: boolean;
  /** Where browsers find the server, if not by the address it listens to, e.g. `https://arena.example.org`. */
  readonly publicUrl: string | undefined;
  /** A proxy in front says who asks, in `X-Forwarded-For`. */
  readonly trustsProxy: boolean;
}

/** What the server is made of. */
export interface AppOptions {
  readonly store: ArenaStore;
  /** The runs: usually the same database. */
  readonly runs: Store;
  /** What is known about models; read when it is first asked for. */
  readonly catalog: () => Promise<Catalog>;
  /** The models whose files are on this machine; none without it. */
  readonly localModels?: (() => Promise<readonly LocalModel[]>) | undefined;
  /** Measured results side by side; the same object until they change. By default those of `runs`. */
  readonly leaderboard?: (() => Promise<Leaderboard>) | undefined;
  readonly version: string;
  readonly access: AccessPolicy;
  /** The built web pages; undefined: not built. */
  readonly site: Site | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Models that answer live in free mode; it takes two. */
  readonly freeModels?: readonly FreeModel[] | undefined;
  /** Where results are computed; by default on the thread that answers, which serves nobody meanwhile. */
  readonly compute?: Compute | undefined;
  /** Milliseconds between the pieces of live answers. */
  readonly tickMs?: number | undefined;
  /** Ends answers that are being written. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** Told of errors that are no one's input: the client learns only that there was one. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** What handlers work with. */
export interface Services {
  readonly store: ArenaStore;
  readonly runs: Store;
  /** Read once. */
  readonly catalog: () => Promise<Catalog>;
  readonly localModels: () => Promise<readonly LocalModel[]>;
  /** What was measured; the same object until a result changes, as is the leaderboard over it. */
  readonly measurements: () => Promise<Measurements>;
  readonly leaderboard: () => Promise<Leaderboard>;
  readonly version: string;
  readonly access: AccessPolicy;
  readonly limits: Limits;
  readonly now: () => number;
  readonly models: ModelDirectory;
  readonly conversations: Conversations;
  readonly results: ResultCache;
  readonly compute: Compute;
  readonly addresses: AddressHash;
  readonly buckets: Readonly<Record<'caller' | 'address' | 'stranger' | 'wrongKey' | 'prompt', TokenBuckets>>;
  readonly onError: (error: unknown) => void;
}

import { ModelDirectory } from './arena/model-directory.js';
import { HERE } from './compute/compute.js';
import { Conversations } from './free/conversations.js';
import { AddressHash } from './limits/client-address.js';
import { DEFAULT_LIMITS } from './limits/limits.js';
import { TokenBuckets } from './limits/token-buckets.js';
import { Measured } from './measured/measured.js';
import { ResultCache } from './results/result-cache.js';
import type { AppOptions, Services } from './services.js';

/** Fills in what was left open. */
export function makeServices({ store, runs, catalog, version, access, ...given }: AppOptions): Services {
  const { now = Date.now, onError = () => undefined, freeModels = [], tickMs = 50, compute = HERE, signal } = given;
  const knownModels = once(catalog);
  const measured = new Measured({ runs, catalog: knownModels, signal, onError });
  const { localModels = () => Promise.resolve([]), leaderboard = () => measured.leaderboard() } = given;
  const limits = { ...DEFAULT_LIMITS, ...given.limits };
  const buckets = {
    caller: new TokenBuckets(limits.caller, now),
    address: new TokenBuckets(limits.address, now),
    stranger: new TokenBuckets(limits.stranger, now),
    wrongKey: new TokenBuckets(limits.wrongKey, now),
    prompt: new TokenBuckets(limits.prompt, now),
  };
  const models = new ModelDirectory(store);
  const conversations = new Conversations({
    store,
    directory: models,
    models: freeModels,
    now,
    tickMs,
    signal,
    onError,
  });
  return {
    store,
    runs,
    catalog: knownModels,
    measurements: () => measured.measurements(),
    localModels,
    leaderboard,
    version,
    access,
    limits,
    now,
    models,
    conversations,
    results: new ResultCache(store, now),
    compute,
    addresses: new AddressHash(now),
    buckets,
    onError,
  };
}

/** Asks once and keeps the answer; a failure is asked again. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

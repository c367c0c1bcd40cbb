import type { AccessKey, ArenaStore } from '@understudy/store';
import { hashSecret, newId, newSecret } from './secret.js';

/** A key to be made. */
export interface NewKey extends Omit<AccessKey, 'id' | 'hash' | 'revokedAt'> {
  /** A secret of the operator's own; by default a new one. */
  readonly secret?: string;
}

/** Makes a key. Its secret is shown this once: only its hash is kept. */
export async function issueKey(
  store: ArenaStore,
  { secret = newSecret(), ...facts }: NewKey,
): Promise<{ readonly key: AccessKey; readonly secret: string }> {
  const key: AccessKey = { ...facts, id: newId(), hash: hashSecret(secret), revokedAt: null };
  await store.createKey(key);
  return { key, secret };
}

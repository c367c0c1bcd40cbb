import type { ArenaStore } from '@understudy/store';
import { hashSecret, newId, newSecret } from './secret.js';

/** How an admin gets in first. */
export interface FirstKeyOptions {
  readonly store: ArenaStore;
  readonly now: number;
  /** A secret of the operator's own. */
  readonly given: string | undefined;
}

async function keep(store: ArenaStore, secret: string, { label, now }: { label: string; now: number }): Promise<void> {
  await store.createKey({
    id: newId(),
    hash: hashSecret(secret),
    role: 'admin',
    annotatorId: null,
    label,
    createdAt: now,
    expiresAt: null,
    revokedAt: null,
  });
}

/**
 * Makes sure that some admin has a key: the one given, or else a new one where there is none yet, whose secret is returned to be shown this
 * once.
 */
export async function ensureAdminKey({ store, now, given }: FirstKeyOptions): Promise<string | undefined> {
  if (given !== undefined) {
    const known = await store.findKey(hashSecret(given));
    if (known === undefined) await keep(store, given, { label: 'UNDERSTUDY_ADMIN_KEY', now });
    return undefined;
  }
  const keys = await store.listKeys();
  const isUsable = keys.some(
    ({ role, revokedAt, expiresAt }) =>
      role === 'admin' && revokedAt === null && (expiresAt === null || expiresAt > now),
  );
  if (isUsable) return undefined;
  const secret = newSecret();
  await keep(store, secret, { label: 'first admin key', now });
  return secret;
}

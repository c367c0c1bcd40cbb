import type { ArenaStore } from '@understudy/store';
import { issueKey } from './issue-key.js';
import { hashSecret } from './secret.js';

/** How an admin gets in first. */
export interface FirstKeyOptions {
  readonly store: ArenaStore;
  readonly now: number;
  /** A secret of the operator's own. */
  readonly given: string | undefined;
}

/**
 * Makes sure that some admin has a key: the one given, or else a new one where there is none yet, whose secret is returned to be shown this
 * once.
 */
export async function ensureAdminKey({ store, now, given }: FirstKeyOptions): Promise<string | undefined> {
  const admin = { role: 'admin', annotatorId: null, createdAt: now, expiresAt: null } as const;
  if (given !== undefined) {
    const known = await store.findKey(hashSecret(given));
    if (known === undefined) await issueKey(store, { ...admin, label: 'UNDERSTUDY_ADMIN_KEY', secret: given });
    return undefined;
  }
  const keys = await store.listKeys();
  const isUsable = keys.some(
    ({ role, revokedAt, expiresAt }) =>
      role === 'admin' && revokedAt === null && (expiresAt === null || expiresAt > now),
  );
  if (isUsable) return undefined;
  return (await issueKey(store, { ...admin, label: 'first admin key' })).secret;
}

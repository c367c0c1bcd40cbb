import type { AccessKey } from '@understudy/store';
import { ApiError } from '../http/api-error.js';
import type { Services } from '../services.js';
import { hashSecret, isSame } from './secret.js';

function refuseMany(waitMs: number): void {
  if (waitMs === 0) return;
  throw new ApiError({
    status: 429,
    code: 'too-many-keys',
    message: 'Too many wrong keys came from your address.',
    retryAfterMs: waitMs,
  });
}

/**
 * The key with this secret. A wrong, expired or revoked one is refused in the same words, and noted in the audit log; after some of them
 * an address has to wait, and then nothing is looked up or noted for it any more, so that a flood fills no disk.
 */
export async function tryKey(secret: string, address: string, { store, buckets, now }: Services): Promise<AccessKey> {
  refuseMany(buckets.wrongKey.peek(address));
  const hash = hashSecret(secret);
  const at = now();
  const key = await store.findKey(hash);
  const isGood =
    key !== undefined &&
    isSame(key.hash, hash) &&
    key.revokedAt === null &&
    (key.expiresAt === null || key.expiresAt > at);
  if (isGood) return key;
  // Of many that come at once all have got to here.
  refuseMany(buckets.wrongKey.take(address));
  await store.appendAudit({
    at,
    actor: `address ${address}`,
    action: 'key-refused',
    target: key?.id ?? null,
    details: JSON.stringify({ reason: key === undefined ? 'unknown' : key.revokedAt === null ? 'expired' : 'revoked' }),
  });
  throw new ApiError({
    status: 401,
    code: 'key-refused',
    message: 'This key is not valid, or no longer.',
    hint: 'Ask for a new invitation or key.',
  });
}

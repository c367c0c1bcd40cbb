import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of 256 random bits, as 43 characters that may stand in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** An id that cannot be guessed: 128 random bits. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** SHA-256, lower-case hexadecimal: what the store keeps of a secret. The secret is random, so no slow hash is needed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares without telling by time where two texts differ. */
export function isSame(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest();
  const right = createHash('sha256').update(b).digest();
  return timingSafeEqual(left, right);
}

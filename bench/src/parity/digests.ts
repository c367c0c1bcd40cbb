import { createHash } from 'node:crypto';
import type { Tokens } from '@understudy/core';

/**
 * How fixtures name texts and tokens without containing them: the rules of `bench/parity/reference/digests.py`.
 * Digests are SHA-256 in hexadecimal; files keep the first 16 digits of them.
 */
export function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The digest of several digests: a document's requests, a block's documents. */
export function combined(digests: readonly string[]): string {
  return digest(digests.join('\n'));
}

/** What a fixture shows of a digest. */
export function short(hexadecimal: string): string {
  return hexadecimal.slice(0, 16);
}

/** A log-likelihood request has a context and a continuation, every other request only a context. */
export function textDigest(context: string, continuation?: string): string {
  return digest(continuation === undefined ? context : `${context}\0${continuation}`);
}

/** Token ids of one window: the context, and the continuation that is scored (none for generation). */
export interface TokenWindow {
  readonly context: readonly number[] | Tokens;
  readonly continuation: readonly number[] | Tokens;
}

/** A log-likelihood or generation request has one window, a rolling one several. */
export function tokenDigest(windows: readonly TokenWindow[]): string {
  return digest(windows.map(({ context, continuation }) => `${context.join(',')}|${continuation.join(',')}`).join(';'));
}

import { createHash } from 'node:crypto';

/** SHA-256 of the UTF-8 bytes of a text, lower-case hexadecimal (lm-evaluation-harness, `hash_string`). */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

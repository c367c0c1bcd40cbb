import { createHash } from 'node:crypto';
import { fileSha256, type HashOptions } from '@understudy/hub';

/**
 * Content identity of a model: the SHA-256 of its file; for a split one the SHA-256 of its parts' hexadecimal hashes, in order,
 * joined by line feeds.
 */
export async function modelIdentity(
  paths: readonly [string, ...string[]],
  home: string,
  options: HashOptions = {},
): Promise<string> {
  const hashes: string[] = [];
  for (const path of paths) {
    hashes.push(await fileSha256(path, home, options));
  }
  const [first = ''] = hashes;
  return hashes.length === 1 ? first : createHash('sha256').update(hashes.join('\n')).digest('hex');
}

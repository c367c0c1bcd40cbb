import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { areCheckpointFiles, textFiles } from '@understudy/checkpoint';
import { fileSha256, type HashOptions } from '@understudy/hub';

/**
 * Content identity of a model: the SHA-256 of its file; for a split one the SHA-256 of its parts' hexadecimal hashes, in order,
 * joined by line feeds. Of a checkpoint, whose configuration and tokenizer lie in files of their own, the SHA-256 of lines `<hash>  <name>`
 * (as sha256sum writes them) of these files and those of weights.
 */
export async function modelIdentity(
  paths: readonly [string, ...string[]],
  home: string,
  options: HashOptions = {},
): Promise<string> {
  const isCheckpoint = areCheckpointFiles(paths);
  const files = isCheckpoint ? [...textFiles(dirname(paths[0])), ...paths] : paths;
  const hashes: string[] = [];
  for (const path of files) {
    const hash = await fileSha256(path, home, options);
    hashes.push(isCheckpoint ? `${hash}  ${basename(path)}` : hash);
  }
  const [first = ''] = hashes;
  return hashes.length === 1 ? first : createHash('sha256').update(hashes.join('\n')).digest('hex');
}

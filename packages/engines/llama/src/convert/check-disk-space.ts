import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '@understudy/core';

/**
 * Checks that a file of a size fits where it is to go. Other processes write too, so this only catches the plain case.
 * @throws UserError `disk-full`.
 */
export async function checkDiskSpace(target: string, sizeBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(path.dirname(target));
  const free = bavail * bsize;
  if (free >= sizeBytes) return;
  throw new UserError({
    code: 'disk-full',
    message: `Writing ${path.basename(target)}: it takes ${mebibytes(sizeBytes)} MiB, and ${mebibytes(free)} MiB are free in ${path.dirname(target)}.`,
    hint: 'Free some space, or choose another place (UNDERSTUDY_HOME for converted weights).',
    values: { target, sizeBytes, freeBytes: free },
  });
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(0);
}

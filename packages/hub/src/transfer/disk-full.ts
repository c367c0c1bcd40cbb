import { statfsSync } from 'node:fs';
import { UserError } from '@understudy/core';

/** True when the file system refused to write for want of space. */
export function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

/** The error to raise when `folder` has no room for `label`. `neededBytes` is what was still to be written, if known. */
export function diskFullError(folder: string, label: string, neededBytes?: number): UserError {
  const freeBytes = freeSpaceBytes(folder);
  const needed = neededBytes === undefined ? '' : `, ${megabytes(neededBytes)} needed`;
  return new UserError({
    code: 'disk-full',
    message: `Could not write ${label} into ${folder}: the disk is full (${megabytes(freeBytes)} free${needed}).`,
    hint: 'Free some space (`understudy models ls --local` shows what the models take), or point UNDERSTUDY_HOME at another disk.',
    values: { folder, freeBytes, neededBytes },
  });
}

/** Bytes that may still be written into a folder's file system. */
export function freeSpaceBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

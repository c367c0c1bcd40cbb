import { statfsSync } from 'node:fs';
import { UserError } from '@understudy/core';

/** What was to be written where. */
interface Writing {
  readonly folder: string;
  /** Name to show. */
  readonly label: string;
  /** What was still to be written, if known. */
  readonly neededBytes?: number | undefined;
}

/** Turns the file system's refusal to write into `UserError` `disk-full` or `home-not-writable`; other errors come back as they are. */
export function asFolderError(error: unknown, writing: Writing): unknown {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFullError(writing);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new UserError({
        code: 'home-not-writable',
        message: `Could not write ${writing.label} into ${writing.folder}: no right to write there.`,
        hint: 'Point UNDERSTUDY_HOME at a folder of yours.',
        values: { folder: writing.folder },
        cause: error,
      });
    default:
      return error;
  }
}

/** The error to raise when a folder has no room. */
export function diskFullError({ folder, label, neededBytes }: Writing): UserError {
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

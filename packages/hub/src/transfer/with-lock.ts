import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '@understudy/core';
import { lock } from 'proper-lockfile';
import { asFolderError } from './folder-error.js';
import type { Transfer } from './transfer.js';

const STALE_MS = 10_000;
const POLL_MS = 250;

/**
 * Runs `work` while no other process works on `file`. A second process waits and says so. The lock is the folder `<file>.lock`; its
 * owner stands in `<file>.lock-owner`. The lock of a process that died is broken at once on the same machine, else after ten seconds.
 * `work` gets a signal that fires when the lock is lost (the machine slept) or the transfer is cancelled.
 */
export async function withLock<T>(
  file: string,
  transfer: Transfer,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const signal = transfer.signal ? AbortSignal.any([transfer.signal, lost.signal]) : lost.signal;
  const release = await acquire(file, transfer, (error) => lost.abort(lostLockError(file, error)));
  try {
    return await work(signal);
  } finally {
    if (!lost.signal.aborted) {
      await rm(ownerPath(file), { force: true });
      await release();
    }
  }
}

async function acquire(file: string, transfer: Transfer, onLost: (error: Error) => void): Promise<() => Promise<void>> {
  for (let tries = 0; ; tries++) {
    transfer.signal?.throwIfAborted();
    try {
      await mkdir(dirname(file), { recursive: true });
      const release = await lock(file, { realpath: false, stale: STALE_MS, onCompromised: onLost });
      await writeFile(ownerPath(file), `${process.pid} ${hostname()}`).catch(async (error: unknown) => {
        await release();
        throw error;
      });
      return release;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) {
        throw asFolderError(error, { folder: dirname(file), label: basename(file) });
      }
    }
    if (await isOwnerDead(file)) {
      await rm(ownerPath(file), { force: true });
      await rmdir(`${file}.lock`).catch(() => {}); // Another waiting process was faster.
      continue;
    }
    if (tries === 1) {
      transfer.onNotice(`Waiting for another process that is fetching ${basename(file)} …`);
    }
    await sleep(POLL_MS, undefined, { signal: transfer.signal });
  }
}

function lostLockError(file: string, cause: Error): UserError {
  return new UserError({
    code: 'lock-lost',
    message: `Stopped working on ${file}: its lock was lost (${cause.message}).`,
    hint: 'The machine may have slept, or somebody removed the lock. Run the same command again: it goes on where it stopped.',
    values: { file },
    cause,
  });
}

/** True when the lock's owner ran on this machine and runs no more. */
async function isOwnerDead(file: string): Promise<boolean> {
  const [pid, host] = (await readFile(ownerPath(file), 'utf8').catch(() => '')).split(' ');
  if (!pid || host !== hostname()) {
    return false;
  }
  try {
    process.kill(Number(pid), 0); // Signal 0 only asks whether there is such a process.
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

function ownerPath(file: string): string {
  return `${file}.lock-owner`;
}

import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import type { Transfer } from './transfer.js';

const STALE_MS = 10_000;
const POLL_MS = 250;

/**
 * Runs `work` while no other process works on `file`. A second process waits and says so; the lock of a process that died is
 * broken after ten seconds. The lock is the folder `<file>.lock`. `work` gets a signal that fires when the lock is lost
 * (the machine slept) or the transfer is cancelled.
 */
export async function withLock<T>(
  file: string,
  transfer: Transfer,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  const lost = new AbortController();
  const signal = transfer.signal ? AbortSignal.any([transfer.signal, lost.signal]) : lost.signal;
  const release = await acquire(file, transfer, (error) => lost.abort(error));
  try {
    return await work(signal);
  } finally {
    if (!lost.signal.aborted) {
      await release();
    }
  }
}

async function acquire(file: string, transfer: Transfer, onLost: (error: Error) => void): Promise<() => Promise<void>> {
  for (let tries = 0; ; tries++) {
    transfer.signal?.throwIfAborted();
    try {
      return await lock(file, { realpath: false, stale: STALE_MS, onCompromised: onLost });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) {
        throw error;
      }
      if (tries === 1) {
        transfer.onNotice(`Waiting for another process that is fetching ${basename(file)} …`);
      }
      await sleep(POLL_MS, undefined, { signal: transfer.signal });
    }
  }
}

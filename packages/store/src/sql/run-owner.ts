import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Selectable } from 'kysely';
import type { RunsTable } from './tables.js';

/** An owner that has been silent for longer is taken for dead: its process id may belong to another program by now. */
const SILENCE_LIMIT_MS = 60_000;

/** Who has a run: one opened store in one process. */
export interface RunOwner {
  readonly owner: string;
  readonly owner_host: string;
  readonly owner_pid: number;
}

/** A new owner in this process. */
export function newOwner(): RunOwner {
  return { owner: randomUUID(), owner_host: hostname(), owner_pid: process.pid };
}

/** True when the process that has the run is still there: heard of lately and, on this machine, existing. */
export function isOwned(
  run: Pick<Selectable<RunsTable>, 'owner' | 'owner_host' | 'owner_pid' | 'heartbeat_at'>,
  now: number,
): boolean {
  if (run.owner === null || run.owner_pid === null || run.heartbeat_at === null) return false;
  if (now - run.heartbeat_at > SILENCE_LIMIT_MS) return false;
  return run.owner_host !== hostname() || processExists(run.owner_pid);
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

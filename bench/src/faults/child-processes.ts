import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Why processes cannot be looked at here; undefined where they can. */
export function withoutProcessTable(): string | undefined {
  return existsSync('/proc/self/task') ? undefined : 'child processes are only found through /proc';
}

/** Process ids of a process's children. */
export function childrenOf(pid: number): readonly number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}

/** Waits until processes are gone; false when one still lives after the time. */
export async function areGone(pids: readonly number[], timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (pids.some(isAlive)) {
    if (performance.now() > end) return false;
    await setTimeout(50);
  }
  return true;
}

/** A zombie, whose parent has not yet asked for its exit code, is gone. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

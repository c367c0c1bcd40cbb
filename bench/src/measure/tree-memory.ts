import { readdirSync, readFileSync } from 'node:fs';

/**
 * Resident memory of a process and of all that it started, in bytes: the sum over the processes, so that a page mapped by two
 * of them counts twice. Undefined where there is no `/proc`, or when the process is gone.
 */
export function treeMemoryBytes(pid: number): number | undefined {
  const own = residentBytes(pid);
  if (own === undefined) return undefined;
  return children(pid).reduce((sum, child) => sum + (treeMemoryBytes(child) ?? 0), own);
}

function residentBytes(pid: number): number | undefined {
  const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** Each thread has a list of the processes that it started. */
function children(pid: number): readonly number[] {
  return threads(pid).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`)
      .split(' ')
      .filter((word) => word !== '')
      .map(Number),
  );
}

function threads(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return []; // It has just ended.
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // It has just ended, or there is no /proc.
  }
}

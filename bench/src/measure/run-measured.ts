import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { EngineError } from '@understudy/core';
import { treeMemoryBytes } from './tree-memory.js';

/** A program to be measured. */
export interface MeasuredCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
}

/** What a program took, from its start to its end. */
export interface Measured {
  readonly ms: number;
  /** Most resident memory of it and of all that it started, at one moment; undefined where that cannot be seen. */
  readonly peakBytes: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

const SAMPLE_MS = 200;
/** Lines of a failed program that are told. */
const TOLD_LINES = 8;

/**
 * Runs a program to its end and measures time and memory. Throws `EngineError` `bench-program` when it cannot be started, fails
 * or takes longer than the time-out; whatever it started is ended with it.
 */
export async function runMeasured({ command, args, env, timeoutMs }: MeasuredCommand): Promise<Measured> {
  const startedAt = performance.now();
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const endAll = (): void => endGroup(child.pid);
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  let peakBytes: number | undefined;
  const sampling = setInterval(() => {
    const bytes = child.pid === undefined ? undefined : treeMemoryBytes(child.pid);
    if (bytes !== undefined) peakBytes = Math.max(peakBytes ?? 0, bytes);
  }, SAMPLE_MS);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    endAll();
  }, timeoutMs);
  process.once('exit', endAll);
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    const ms = performance.now() - startedAt;
    if (code === 0) return { ms, peakBytes, ...output };
    const what = isLate ? `took longer than ${timeoutMs / 1000} s` : `ended with ${signal ?? `exit code ${code}`}`;
    throw failure(command, what, output.stderr || output.stdout);
  } catch (cause) {
    if (EngineError.isInstance(cause)) throw cause;
    throw failure(command, `could not be started: ${cause instanceof Error ? cause.message : String(cause)}`, '');
  } finally {
    clearInterval(sampling);
    clearTimeout(timer);
    process.off('exit', endAll);
  }
}

function failure(command: string, what: string, output: string): EngineError {
  const lines = output
    .trimEnd()
    .split(/[\r\n]+/)
    .slice(-TOLD_LINES);
  return new EngineError({ code: 'bench-program', message: [`${basename(command)} ${what}.`, ...lines].join('\n') });
}

/** A detached child leads a process group of its own. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { UserError } from '@understudy/core';

/** How a Python program is run. */
export interface PythonRun {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
  /** Told of each line of standard output as it comes. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/** How it ended. */
export interface PythonResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs Python (`UNDERSTUDY_PYTHON`, else `python3`, else `python`) to its end. Throws `UserError` `python-missing` when there is none,
 * and the signal's reason when it is cancelled; a failing program is a result.
 */
export async function runPython(run: PythonRun): Promise<PythonResult> {
  const chosen = run.env['UNDERSTUDY_PYTHON'];
  const candidates = chosen ? [chosen] : ['python3', 'python'];
  for (const command of candidates) {
    const result = await start(command, run);
    if (result !== undefined) {
      return result;
    }
  }
  throw new UserError({
    code: 'python-missing',
    message: `Could not run Python (looked for ${candidates.join(', ')}): models in Python packages are fetched with pip.`,
    hint: 'Install Python 3 with pip, or set UNDERSTUDY_PYTHON to the one to use. Nothing else needs Python.',
  });
}

/** Undefined when there is no such program. */
function start(command: string, { args, env, signal, onLine }: PythonRun): Promise<PythonResult | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...env, PYTHONUNBUFFERED: '1', PYTHONIOENCODING: 'utf-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    });
    const stdout: string[] = [];
    const stderr: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      stdout.push(line);
      onLine?.(line);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
    child.on('error', (error) => {
      if ('code' in error && error.code === 'ENOENT') {
        resolve(undefined);
      } else {
        reject(signal?.aborted ? signal.reason : error);
      }
    });
    child.on('close', (exitCode) => {
      resolve({ exitCode: exitCode ?? 1, stdout: stdout.join('\n'), stderr: stderr.join('') });
    });
  });
}

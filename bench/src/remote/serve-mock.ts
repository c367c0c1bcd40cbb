import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { EngineError } from '@understudy/core';
import { toArguments } from '../measure/to-arguments.js';

/** A mock server in a process of its own. */
export interface ServedMock extends AsyncDisposable {
  /** `http://127.0.0.1:PORT/v1` */
  readonly baseUrl: string;
}

const PROGRAM = fileURLToPath(new URL('mock-process.js', import.meta.url));

/** Starts the mock server; it ends with this process, or when it is disposed of. */
export async function serveMock(options: {
  readonly latency: number;
  readonly rate?: number | undefined;
}): Promise<ServedMock> {
  const child = spawn(process.execPath, [PROGRAM, ...toArguments({ ...options })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const baseUrl = line.toString('utf8').trim();
  if (!baseUrl.startsWith('http://')) {
    throw new EngineError({ code: 'bench-mock', message: `The mock server did not start: ${baseUrl}` });
  }
  return {
    baseUrl,
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

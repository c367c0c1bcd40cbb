import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliEnvironment, LAUNCHER } from './run-cli.js';

/** A module hook that appends the address of every imported module to the file named by TRACE. */
const HOOK = `
  import { appendFileSync } from 'node:fs';
  export async function load(url, context, next) {
    appendFileSync(process.env.TRACE, url + '\\n');
    return next(url, context);
  }`;
const dataUrl = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;
const REGISTER = `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(HOOK))});`;

/** The addresses of all ES modules that a command line loads. */
export function traceImports(argv: readonly string[], home: string): readonly string[] {
  const trace = join(home, 'trace.txt');
  spawnSync(process.execPath, ['--import', dataUrl(REGISTER), LAUNCHER, ...argv], {
    env: { ...cliEnvironment({ home }), TRACE: trace },
  });
  return readFileSync(trace, 'utf8').trim().split('\n');
}

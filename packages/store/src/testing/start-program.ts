import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Starts a compiled program of this folder in a process of its own; `npm run build` comes before the tests. */
export function startProgram(program: string, args: readonly string[], nodeArgs: readonly string[] = []) {
  const file = fileURLToPath(new URL(`../../dist/testing/${program}.js`, import.meta.url));
  const child = spawn(process.execPath, [...nodeArgs, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  return { child, exited: once(child, 'exit'), lines: createInterface({ input: child.stdout }) };
}

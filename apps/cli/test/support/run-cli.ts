import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The committed launcher. */
export const LAUNCHER = fileURLToPath(new URL('../../bin/understudy.js', import.meta.url));

/** What a command left behind. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run. */
export interface CliOptions {
  readonly home: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** Text for its standard input. */
  readonly input?: string;
}

/** The environment of a command under test: English, no colours, a home folder of its own, nothing from the outside. */
export function cliEnvironment({ home, environment = {} }: Omit<CliOptions, 'input'>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, LANG: 'en_US.UTF-8', NO_COLOR: '1', UNDERSTUDY_HOME: home, ...environment };
}

/** Runs the real command in a process of its own, to its end. */
export async function runCli(argv: readonly string[], options: CliOptions): Promise<CliResult> {
  const child = spawn(process.execPath, [LAUNCHER, ...argv], { env: cliEnvironment(options) });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { code, ...output };
}

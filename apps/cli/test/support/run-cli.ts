import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The committed launcher. */
export const LAUNCHER = fileURLToPath(new URL('../../bin/understudy.js', import.meta.url));

/** What a command left behind. */
export interface CliResult {
  /** Null when a signal ended it. */
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
  /** Working directory. */
  readonly folder?: string;
}

/** A command under way. */
export interface RunningCli {
  readonly result: Promise<CliResult>;
  kill(signal: NodeJS.Signals): void;
  /** Waits until stderr has a text. */
  seen(pattern: RegExp): Promise<void>;
}

/** The environment of a command under test: English, no colours, a home folder of its own, nothing from the outside. */
export function cliEnvironment({
  home,
  environment = {},
}: Pick<CliOptions, 'home' | 'environment'>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, LANG: 'en_US.UTF-8', NO_COLOR: '1', UNDERSTUDY_HOME: home, ...environment };
}

/** Starts the real command in a process of its own. */
export function startCli(argv: readonly string[], options: CliOptions): RunningCli {
  const child = spawn(process.execPath, [LAUNCHER, ...argv], { env: cliEnvironment(options), cwd: options.folder });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  child.stdin.end(options.input ?? '');
  const result = new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...output }));
  });
  return {
    result,
    kill: (signal) => child.kill(signal),
    seen: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => (pattern.test(output.stderr) ? resolve() : undefined);
        child.stderr.on('data', look);
        child.on('close', () => reject(new Error(`The command ended without ${pattern}:\n${output.stderr}`)));
        look();
      }),
  };
}

/** Runs the real command to its end. */
export function runCli(argv: readonly string[], options: CliOptions): Promise<CliResult> {
  return startCli(argv, options).result;
}

import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../../apps/cli/bin/understudy.js', import.meta.url));

/** What a command left behind. */
export interface CliResult {
  /** Undefined when a signal ended it. */
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/** The real command, in a process group of its own, as a terminal starts it. */
export class CliProcess {
  readonly result: Promise<CliResult>;
  readonly #child: ChildProcess;

  constructor(argv: readonly string[], environment: NodeJS.ProcessEnv) {
    const startedAt = performance.now();
    this.#child = spawn(process.execPath, [LAUNCHER, ...argv], {
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    this.result = new Promise((resolve, reject) => {
      this.#child.on('error', reject).on('close', (code, signal) => {
        const seconds = (performance.now() - startedAt) / 1000;
        resolve({ code: code ?? undefined, signal: signal ?? undefined, ...output, seconds });
      });
    });
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('The command did not start.');
    return this.#child.pid;
  }

  /** Sends a signal to the command alone. */
  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Sends a signal to the command and its children, as the terminal does at Ctrl-C. */
  killGroup(signal: NodeJS.Signals): void {
    process.kill(-this.pid, signal);
  }
}

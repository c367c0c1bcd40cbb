import { existsSync, readFileSync } from 'node:fs';
import type { CommandContext } from './commands/command-context.js';
import { EXIT } from './errors/exit-codes.js';
import { chooseLanguage } from './messages/language.js';
import { loadMessages } from './messages/load-messages.js';
import { runProgram } from './program/run-program.js';
import { endQuietlyOnBrokenPipe } from './terminal/broken-pipe.js';
import { listenForInterrupts } from './terminal/interrupts.js';
import { shellQuoted } from './terminal/shell-quoted.js';

function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  // The package's own file, which npm requires to have a version.
  return (JSON.parse(text) as { readonly version: string }).version;
}

/** Keys may stand in a `.env` file of the working directory; what the environment already has wins. */
function loadEnvironmentFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** Runs the command line and returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  endQuietlyOnBrokenPipe(process);
  loadEnvironmentFile();
  const language = chooseLanguage(argv, process.env);
  using interrupts = listenForInterrupts(process, EXIT.interrupted);
  const context: CommandContext = {
    messages: await loadMessages(language),
    language,
    version: packageVersion(),
    commandLine: ['understudy', ...argv].map(shellQuoted).join(' '),
    verbose: argv.includes('--verbose'),
    environment: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interrupts.signal,
    interrupts,
  };
  try {
    return await runProgram(argv, context);
  } catch (error) {
    const { reportError } = await import('./errors/report-error.js');
    return reportError(error, argv.includes('--json'), context);
  }
}

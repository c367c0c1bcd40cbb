import { readFileSync } from 'node:fs';
import { createColors } from 'picocolors';
import type { CommandContext } from './commands/command-context.js';
import { describeError, errorRecord } from './errors/describe-error.js';
import { exitCodeOf } from './errors/exit-code-of.js';
import { EXIT } from './errors/exit-codes.js';
import { chooseLanguage } from './messages/language.js';
import { loadMessages } from './messages/load-messages.js';
import { runProgram } from './program/run-program.js';
import { endQuietlyOnBrokenPipe } from './terminal/broken-pipe.js';
import { hasColour } from './terminal/has-colour.js';
import { shellQuoted } from './terminal/shell-quoted.js';
import { listenForInterrupts } from './terminal/interrupts.js';

function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  // The package's own file, which npm requires to have a version.
  return (JSON.parse(text) as { readonly version: string }).version;
}

/** With `--json` the output is one object whatever happens; people read the error on stderr in any case. */
function reportError(error: unknown, asJson: boolean, { stdout, stderr, messages, verbose }: CommandContext): void {
  const [first = '', ...others] = describeError(error, messages, verbose);
  const colours = createColors(hasColour(stderr));
  stderr.write(`${[colours.red(first), ...others].join('\n')}\n`);
  if (asJson) stdout.write(`${JSON.stringify({ error: errorRecord(error) }, null, 2)}\n`);
}

/** Runs the command line and returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  endQuietlyOnBrokenPipe(process);
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
  };
  try {
    return await runProgram(argv, context);
  } catch (error) {
    reportError(error, argv.includes('--json'), context);
    return exitCodeOf(error, context.signal);
  }
}

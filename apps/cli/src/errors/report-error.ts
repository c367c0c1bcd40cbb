import { createColors } from 'picocolors';
import type { CommandContext } from '../commands/command-context.js';
import { hasColour } from '../terminal/has-colour.js';
import { printJson } from '../terminal/print-json.js';
import { describeError, errorRecord } from './describe-error.js';
import { EXIT } from './exit-codes.js';
import { UsageError } from './usage-error.js';

/**
 * Tells of the error that ended a command and returns the exit code. People read it on stderr; with `--json` stdout
 * has one object whatever happens, here `{"error": …}`.
 */
export function reportError(error: unknown, asJson: boolean, context: CommandContext): number {
  const { stdout, stderr, messages, verbose, signal } = context;
  const [first = '', ...others] = describeError(error, messages, verbose);
  const colours = createColors(hasColour(stderr));
  stderr.write(`${[colours.red(first), ...others].join('\n')}\n`);
  if (asJson) printJson(stdout, { error: errorRecord(error) });
  if (signal.aborted) return EXIT.interrupted;
  return error instanceof UsageError ? EXIT.usage : EXIT.failed;
}

import { UnderstudyError, UserError } from '@understudy/core';
import { createColors } from 'picocolors';
import type { CommandContext } from '../commands/command-context.js';
import type { Messages } from '../messages/messages.js';
import { hasColour } from '../terminal/has-colour.js';
import { printable } from '../terminal/printable.js';
import { printJson } from '../terminal/print-json.js';
import { describeError, errorRecord } from './describe-error.js';
import { EXIT } from './exit-codes.js';
import { UsageError } from './usage-error.js';

type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
type ErrorContext = Pick<CommandContext, 'messages' | 'verbose' | 'signal'> & {
  readonly stdout: Output;
  readonly stderr: Output;
};

/**
 * Tells of the error that ended a command and returns the exit code. People read it on stderr; with `--json` stdout
 * has one object whatever happens, here `{"error": …}`.
 */
export function reportError(thrown: unknown, asJson: boolean, context: ErrorContext): number {
  const { stdout, stderr, messages, verbose, signal } = context;
  const error = signal.aborted ? interruptionOf(thrown, messages) : thrown;
  const [first = '', ...others] = describeError(error, messages, verbose).map(printable);
  const colours = createColors(hasColour(stderr));
  stderr.write(`${[colours.red(first), ...others].join('\n')}\n`);
  if (asJson) printJson(stdout, { error: errorRecord(error) });
  if (signal.aborted) return EXIT.interrupted;
  return error instanceof UsageError ? EXIT.usage : EXIT.failed;
}

/** What an interrupted command throws is often the signal's own reason: no defect, and nothing to report. */
function interruptionOf(cause: unknown, { errors }: Messages): unknown {
  if (UnderstudyError.isInstance(cause)) return cause;
  return new UserError({ code: 'interrupted', message: errors.interrupted, cause });
}

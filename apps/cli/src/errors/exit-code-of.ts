import { EXIT } from './exit-codes.js';
import { UsageError } from './usage-error.js';

/** The exit code of a command that ended in an error. */
export function exitCodeOf(error: unknown, signal: AbortSignal): number {
  if (signal.aborted) return EXIT.interrupted;
  return error instanceof UsageError ? EXIT.usage : EXIT.failed;
}

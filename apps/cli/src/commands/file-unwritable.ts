import { UserError } from '@understudy/core';
import type { Messages } from '../messages/messages.js';

/** The error of a result that could not be written to `file`. */
export function fileUnwritable(
  code: string,
  { file, cause, messages }: { readonly file: string; readonly cause: unknown; readonly messages: Messages },
): UserError {
  return new UserError({
    code,
    message: messages.errors.fileUnwritable(file, cause instanceof Error ? cause.message : String(cause)),
    hint: messages.errors.fileUnwritableHint,
    values: { file },
    cause,
  });
}

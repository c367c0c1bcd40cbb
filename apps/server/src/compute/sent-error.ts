import { BugError, DataError, EngineError, UnderstudyError, UserError, type ErrorParty } from '@understudy/core';

/** An error between threads: structured clone keeps of ours only the message. */
export type SentError =
  | {
      readonly party: ErrorParty;
      readonly code: string;
      readonly message: string;
      readonly hint: string | undefined;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | { readonly party: undefined; readonly message: string; readonly stack: string | undefined };

const CLASSES = { user: UserError, data: DataError, engine: EngineError, bug: BugError } as const;

/** An error as plain data. */
export function toSentError(error: unknown): SentError {
  if (UnderstudyError.isInstance(error)) {
    const { party, code, message, hint, values } = error;
    return { party, code, message, hint, values };
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { party: undefined, message, stack };
}

/** The error again; one that is not ours with the worker's stack. */
export function fromSentError(sent: SentError): Error {
  if (sent.party !== undefined) return new CLASSES[sent.party](sent);
  const error = new Error(sent.message);
  if (sent.stack !== undefined) error.stack = sent.stack;
  return error;
}

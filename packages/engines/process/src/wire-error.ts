import { BugError, DataError, EngineError, UnderstudyError, UserError, type ErrorParty } from '@understudy/core';

/** An error as it crosses the process boundary. */
export interface WireError {
  readonly party: ErrorParty;
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly stack?: string | undefined;
}

const CLASSES = { user: UserError, data: DataError, engine: EngineError, bug: BugError } as const;

/** Turns an error into plain data; what is not ours becomes an engine error, with its stack kept. */
export function toWireError(error: unknown): WireError {
  if (UnderstudyError.isInstance(error)) {
    const { party, code, message, hint, values } = error;
    return { party, code, message, hint, values };
  }
  const known = error instanceof Error ? error : new Error(String(error));
  return { party: 'engine', code: 'engine-failed', message: known.message, stack: known.stack };
}

/** The error as our class again. */
export function fromWireError(wire: WireError): UnderstudyError {
  const { party, stack, ...details } = wire;
  return new CLASSES[party](stack === undefined ? details : { ...details, cause: stack });
}

import { inspect } from 'node:util';
import { UnderstudyError } from '@understudy/core';
import type { Messages } from '../messages/messages.js';

/** An error as `--json` prints it. */
export interface ErrorRecord {
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** An error in plain values. One that is not ours is a defect: its code says so. */
export function errorRecord(error: unknown): ErrorRecord {
  if (UnderstudyError.isInstance(error)) return { code: error.code, message: error.message, hint: error.hint };
  return { code: 'bug', message: error instanceof Error ? error.message : String(error) };
}

/** An error as people read it: what happened and how to go on; a stack for defects, or when asked for. */
export function describeError(error: unknown, messages: Messages, verbose: boolean): readonly string[] {
  const { code, message, hint } = errorRecord(error);
  const summary = messages.errorSummaries[code];
  const isDefect = !UnderstudyError.isInstance(error) || error.party === 'bug';
  const first = summary === undefined ? [message] : [summary, message];
  const lines = [`${messages.errors.label}${first.join('\n')}`, ...(hint === undefined ? [] : [hint])];
  const stack = verbose || isDefect ? [inspect(error)] : [];
  return [...lines, ...stack, ...(isDefect ? [messages.errors.bug] : [])];
}

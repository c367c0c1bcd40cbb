import { DataError, UserError } from '@understudy/core';
import type { z } from 'zod';
import type { RowSource } from '../rows/row-source.js';

/** What kind of file it is, for errors. */
export interface FileKind {
  /** Code of the error for a file that is not what it should be; `CODE-unreadable` for one that cannot be read. */
  readonly code: string;
  /** What was to be read: `questions`, `answers`. */
  readonly what: string;
  /** How such a file looks. */
  readonly hint: string;
}

/** The error for a file of questions or answers that is not what it should be. */
export function fileError(
  kind: FileKind,
  { path, line, problem, cause }: { path: string; line?: number | undefined; problem: string; cause?: unknown },
): DataError {
  const place = line === undefined ? path : `${path}:${line}`;
  return new DataError({
    code: `${kind.code}-malformed`,
    message: `Could not read ${kind.what} from ${place}: ${problem}.`,
    hint: kind.hint,
    values: { path, line },
    cause,
  });
}

/** A file that cannot be read at all. */
export function unreadableFile(kind: FileKind, path: string, cause: unknown): UserError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UserError({
    code: `${kind.code}-unreadable`,
    message: `Could not read ${path}: ${reason}.`,
    hint: `Give the path of a file of ${kind.what}.`,
    values: { path },
    cause,
  });
}

/** A file of rows of a kind. */
export function rowSource(kind: FileKind, path: string): RowSource {
  return {
    path,
    malformed: ({ line, problem, cause }) => fileError(kind, { path, line, problem, cause }),
    unreadable: (_, cause) => unreadableFile(kind, path, cause),
  };
}

/** What a schema says of a value, as the end of a sentence: `turns.0: expected string`. */
export function schemaProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  const place = issue?.path.join('.') ?? '';
  const problem = (issue?.message ?? 'it is not what it should be').replace(/^Invalid input: /u, '');
  return place === '' ? problem : `${place}: ${problem}`;
}

import { UserError } from '@understudy/core';

const KEPT = 'Everything appended before is kept; the same command goes on from there.';

interface Failure {
  readonly code: string;
  readonly happened: string;
  readonly hint: string;
}

/** SQLite's primary result codes that a user can do something about (https://sqlite.org/rescode.html). */
const FAILURES: Readonly<Record<string, Failure>> = {
  SQLITE_FULL: {
    code: 'disk-full',
    happened: 'the disk is full',
    hint: `Free some space, or set UNDERSTUDY_HOME to a folder on another disk. ${KEPT}`,
  },
  SQLITE_IOERR: {
    code: 'disk-error',
    happened: 'the disk reported an error, often because it is full',
    hint: `Check the disk and its free space. ${KEPT}`,
  },
  SQLITE_BUSY: {
    code: 'database-busy',
    happened: 'another process kept it locked',
    hint: `Wait for the other process, or end it. ${KEPT}`,
  },
  SQLITE_READONLY: {
    code: 'database-read-only',
    happened: 'it is read-only',
    hint: 'Give yourself the right to write the file and its folder, or set UNDERSTUDY_HOME to another folder.',
  },
  SQLITE_CANTOPEN: {
    code: 'database-unopenable',
    happened: 'it cannot be opened',
    hint: 'Check that the folder exists and is yours, or set UNDERSTUDY_HOME to another folder.',
  },
  SQLITE_NOTADB: {
    code: 'database-foreign',
    happened: 'the file is not a SQLite database',
    hint: 'Move the file away, or set UNDERSTUDY_HOME to another folder.',
  },
  SQLITE_CORRUPT: {
    code: 'database-corrupt',
    happened: 'the file is damaged',
    hint: 'Move the file away and run again, or rescue what is readable with `sqlite3 FILE .recover`.',
  },
};

/** Turns a failure of SQLite into a `UserError` that says how to go on; any other error comes back as it is. */
export function sqliteFailure(error: unknown, location: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const [, primary] = /^(SQLITE_[A-Z]+)/.exec(error.code) ?? [];
  const failure = primary === undefined ? undefined : FAILURES[primary];
  if (failure === undefined) return error;
  return new UserError({
    code: failure.code,
    message: `Could not use the database ${location}: ${failure.happened} (${error.code}).`,
    hint: failure.hint,
    values: { location, sqlite: error.code },
    cause: error,
  });
}

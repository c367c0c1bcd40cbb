import { UserError } from '@understudy/core';

interface Failure {
  readonly code: string;
  readonly happened: string;
  readonly hint: string;
}

const UNREACHABLE: Failure = {
  code: 'database-unreachable',
  happened: 'no PostgreSQL server answers there',
  hint: 'Check host and port in UNDERSTUDY_DATABASE_URL, that the server runs, and that it listens for connections from here.',
};
const LOGIN: Failure = {
  code: 'database-login',
  happened: 'the server refuses the user or the password',
  hint: 'Check user and password in UNDERSTUDY_DATABASE_URL, and the lines of the server’s pg_hba.conf.',
};
const LOST: Failure = {
  code: 'database-lost',
  happened: 'the connection to the server was lost',
  hint: 'Everything that was acknowledged before is kept. Try again; see the server’s log if it happens again.',
};
const BUSY: Failure = {
  code: 'database-busy',
  happened: 'too much is going on there at once',
  hint: 'Try again later. Everything that was acknowledged before is kept.',
};

/**
 * What a user can do something about, by SQLSTATE or its class (https://www.postgresql.org/docs/current/errcodes-appendix.html) and by the
 * system's codes for connections.
 */
const FAILURES: Readonly<Record<string, Failure>> = {
  ECONNREFUSED: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  ENOENT: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  ECONNRESET: LOST,
  EPIPE: LOST,
  '08': LOST,
  '57P01': LOST,
  '57P02': LOST,
  '57P03': { ...UNREACHABLE, happened: 'the server is starting or stopping', hint: 'Try again in a moment.' },
  '28': LOGIN,
  '3D000': {
    code: 'database-missing',
    happened: 'the server has no database of this name',
    hint: 'Make it, for example with `createdb --owner USER DATABASE`, or correct the name in UNDERSTUDY_DATABASE_URL.',
  },
  '42501': {
    code: 'database-permission',
    happened: 'the user lacks a right',
    hint: 'Let the user own the database, or give it the right to create tables: `grant create, usage on schema public to USER`.',
  },
  '25006': {
    code: 'database-read-only',
    happened: 'it is read-only, as a standby server is',
    hint: 'Let UNDERSTUDY_DATABASE_URL name the primary server.',
  },
  '53100': {
    code: 'disk-full',
    happened: 'the server’s disk is full',
    hint: 'Free some space there. Everything that was acknowledged before is kept; the same command goes on from there.',
  },
  '53': BUSY,
  '40': BUSY,
  '55P03': BUSY,
  '57014': BUSY,
};

/** What the library says without a code. */
const MESSAGES: readonly (readonly [RegExp, Failure])[] = [
  [/connection terminated|not queryable|connection ended/i, LOST],
  [/timeout exceeded when trying to connect|connection timeout/i, UNREACHABLE],
  [/password must be a string|SASL|SCRAM/, LOGIN],
  [
    /does not support SSL|self.signed certificate|certificate/i,
    {
      code: 'database-tls',
      happened: 'no secure connection came about',
      hint: 'Set sslmode in UNDERSTUDY_DATABASE_URL as the server wants it, e.g. ?sslmode=require or ?sslmode=disable.',
    },
  ],
];

/** Turns a failure of PostgreSQL into a `UserError` that says how to go on; any other error comes back as it is. */
export function postgresFailure(error: unknown, location: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = codeOf(error);
  const failure =
    (code !== undefined && (FAILURES[code] ?? FAILURES[code.slice(0, 2)])) ||
    MESSAGES.find(([pattern]) => pattern.test(error.message))?.[1];
  if (failure === undefined) return error;
  return new UserError({
    code: failure.code,
    message: `Could not use the database ${location}: ${failure.happened} (${code ?? error.message}).`,
    hint: failure.hint,
    values: { location, postgres: code ?? null },
    cause: error,
  });
}

/** True when the server broke off a transaction for another's sake: a deadlock, or an order that cannot be had (40P01, 40001). */
export function isBrokenOff(error: unknown): boolean {
  const code = error instanceof Error ? codeOf(error) : undefined;
  return code === '40P01' || code === '40001';
}

function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Several addresses of one host were tried.
  const [first] = error instanceof AggregateError ? error.errors : [];
  return first instanceof Error ? codeOf(first) : undefined;
}

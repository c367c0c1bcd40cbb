import { UserError } from '@understudy/core';

/** Where a PostgreSQL server is, and how to log in to it. */
export interface PostgresAddress {
  /** For the library: everything. */
  readonly url: string;
  /** To be shown: without the password, and without settings, among which it may stand again. */
  readonly location: string;
}

/** Reads an address. Throws `UserError` (`database-url`), which does not repeat it: there is a password in it. */
export function postgresAddress(url: string): PostgresAddress {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || (parsed.protocol !== 'postgres:' && parsed.protocol !== 'postgresql:')) {
    throw new UserError({
      code: 'database-url',
      message: 'UNDERSTUDY_DATABASE_URL is not the address of a PostgreSQL database.',
      hint: 'Write postgres://USER:PASSWORD@HOST:PORT/DATABASE; in user and password, @ : / ? # % are written %40 %3A %2F %3F %23 %25.',
    });
  }
  const user = parsed.username === '' ? '' : `${parsed.username}@`;
  return { url, location: `postgres://${user}${parsed.host}${parsed.pathname}` };
}

import { type Kysely } from 'kysely';
import { UserError } from '@understudy/core';
import { isOwned } from '../../run-owner.js';
import type { Tables } from '../../tables.js';

/**
 * Throws `UserError` (`database-in-use`) while a living process works on a run: it is of the version before, and the samples that it goes on
 * to append would be missing in what is kept beside samples from here on.
 */
export async function refuseWhileRunning(db: Kysely<Tables>): Promise<void> {
  const rows = await db
    .selectFrom('runs')
    .select(['id', 'owner', 'owner_host', 'owner_pid', 'heartbeat_at'])
    .where('status', '=', 'running')
    .execute();
  const busy = rows.find((row) => isOwned(row, Date.now()));
  if (busy === undefined) return;
  const { id, owner_pid: pid, owner_host: host } = busy;
  throw new UserError({
    code: 'database-in-use',
    message: `Could not bring the database to the present version: process ${pid} on ${host}, of an older version, is working on the run ${id}.`,
    hint: 'Wait until it ends, or stop it (Ctrl-C) and give its command again with this version: the run goes on.',
    values: { runId: id, pid, host },
  });
}

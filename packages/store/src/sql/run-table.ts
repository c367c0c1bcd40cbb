import { type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import { BugError, UserError } from '@understudy/core';
import type { LiveSession, NewRun, Run, RunSession } from '../run.js';
import { newRunId } from '../run-id.js';
import { fromJson, toJson } from './json.js';
import { isOwned, type RunOwner } from './run-owner.js';
import { rowToRun, runToRow } from './run-row.js';
import type { RunsTable, Tables } from './tables.js';

/** The `runs` table, as one owner sees it. */
export class RunTable {
  readonly #db: Kysely<Tables>;
  readonly #owner: RunOwner;
  readonly #now: () => number;

  constructor(db: Kysely<Tables>, owner: RunOwner, now: () => number) {
    this.#db = db;
    this.#owner = owner;
    this.#now = now;
  }

  async create(run: NewRun): Promise<Run> {
    const now = this.#now();
    for (;;) {
      const row = runToRow(run, { id: newRunId(run.createdAt ?? now), owner: this.#owner, now });
      const inserted = await this.#db
        .insertInto('runs')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returningAll()
        .executeTakeFirst();
      if (inserted !== undefined) return rowToRun(inserted, now);
    }
  }

  async findResumable(fingerprint: string): Promise<Run | undefined> {
    const rows = await this.#db
      .selectFrom('runs')
      .selectAll()
      .where('fingerprint', '=', fingerprint)
      .where('status', '!=', 'finished')
      .orderBy('created_at', 'desc')
      .execute();
    const now = this.#now();
    const free = rows.find((row) => !isOwned(row, now));
    return free === undefined ? undefined : rowToRun(free, now);
  }

  async resume(runId: string): Promise<Run> {
    const row = await this.#row(runId);
    const now = this.#now();
    if (isOwned(row, now) && row.owner !== this.#owner.owner) throw busy(row, 'go on with');
    // The owner may have changed since it was read: whoever writes first gets the run.
    const taken = await this.#db
      .updateTable('runs')
      .set({ ...this.#owner, heartbeat_at: now, live: null, status: 'running' })
      .where('id', '=', runId)
      .where('owner', 'is not distinct from', row.owner)
      .returningAll()
      .executeTakeFirst();
    if (taken === undefined) throw busy(row, 'go on with');
    return rowToRun(taken, now);
  }

  /** Throws `UserError` (`run-taken-over`) unless the run is this owner's. */
  async touch(runId: string, session?: LiveSession): Promise<void> {
    await this.#update(runId, { heartbeat_at: this.#now(), ...(session && { live: toJson(session) }) });
  }

  /** What the owner told of its work; undefined where nobody works on the run. */
  async live({ id, status }: Run): Promise<LiveSession | undefined> {
    if (status !== 'running') return undefined;
    const { live } = await this.#row(id);
    // `touch` wrote it.
    return live === null ? undefined : (fromJson(live) as LiveSession);
  }

  async finish(runId: string, session: RunSession): Promise<void> {
    const row = await this.#row(runId);
    const sessions = [...(fromJson(row.sessions) as readonly RunSession[]), session];
    await this.#update(runId, {
      status: session.status,
      ended_at: session.endedAt,
      sessions: toJson(sessions),
      ...NOBODY,
    });
  }

  /** Gives up all runs that were neither finished nor stopped. */
  async release(): Promise<void> {
    await this.#db.updateTable('runs').set(NOBODY).where('owner', '=', this.#owner.owner).execute();
  }

  async get(idOrPrefix: string): Promise<Run> {
    const rows = await this.#db
      .selectFrom('runs')
      .selectAll()
      // A range and not LIKE: in a pattern `_` and `%` would have a meaning.
      .where('id', '>=', idOrPrefix)
      .where('id', '<', `${idOrPrefix}\u{10FFFF}`)
      .orderBy('id')
      .limit(10)
      .execute();
    const [row] = rows;
    if (row === undefined || idOrPrefix === '') throw unknownRun(idOrPrefix);
    if (rows.length > 1 && row.id !== idOrPrefix) throw ambiguousRun(idOrPrefix, rows);
    return rowToRun(row, this.#now());
  }

  async list(limit: number | undefined): Promise<readonly Run[]> {
    const query = this.#db.selectFrom('runs').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc');
    const rows = await (limit === undefined ? query : query.limit(limit)).execute();
    const now = this.#now();
    return rows.map((row) => rowToRun(row, now));
  }

  /** Ids of the runs that have not ended: those that a living process has, and those that were left. */
  async running(): Promise<{ readonly owned: readonly string[]; readonly left: readonly string[] }> {
    const rows = await this.#db
      .selectFrom('runs')
      .select(['id', 'owner', 'owner_host', 'owner_pid', 'heartbeat_at'])
      // Not a parameter: so the index of running ones is used.
      .where('status', '=', sql.lit('running'))
      .orderBy('id')
      .execute();
    const now = this.#now();
    const idsOf = (isWanted: boolean) => rows.filter((row) => isOwned(row, now) === isWanted).map((row) => row.id);
    return { owned: idsOf(true), left: idsOf(false) };
  }

  async delete(runId: string): Promise<void> {
    const row = await this.#row(runId);
    if (isOwned(row, this.#now()) && row.owner !== this.#owner.owner) throw busy(row, 'remove');
    await this.#db.deleteFrom('runs').where('id', '=', runId).execute();
  }

  /** Changes a run of this owner. */
  async #update(runId: string, values: Updateable<RunsTable>): Promise<void> {
    const { numUpdatedRows } = await this.#db
      .updateTable('runs')
      .set(values)
      .where('id', '=', runId)
      .where('owner', '=', this.#owner.owner)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw takenOver(runId);
  }

  async #row(runId: string): Promise<Selectable<RunsTable>> {
    const row = await this.#db.selectFrom('runs').selectAll().where('id', '=', runId).executeTakeFirst();
    if (row === undefined) {
      throw new BugError({ code: 'run-unknown', message: `No run has the id ${runId}.`, values: { runId } });
    }
    return row;
  }
}

const NOBODY = { owner: null, owner_host: null, owner_pid: null, heartbeat_at: null, live: null };

function busy(row: Selectable<RunsTable>, action: string): UserError {
  return new UserError({
    code: 'run-busy',
    message: `Could not ${action} the run ${row.id}: process ${row.owner_pid} on ${row.owner_host} is working on it.`,
    hint: 'Wait until it ends, or end it.',
    values: { runId: row.id, pid: row.owner_pid, host: row.owner_host },
  });
}

function takenOver(runId: string): UserError {
  return new UserError({
    code: 'run-taken-over',
    message: `Could not write to the run ${runId}: another process has taken it over, or it was removed.`,
    hint: 'A process that is silent for a minute (stopped, or asleep) loses its run. Give the command again.',
    values: { runId },
  });
}

function unknownRun(idOrPrefix: string): UserError {
  return new UserError({
    code: 'run-unknown',
    message: `There is no run whose id begins with "${idOrPrefix}".`,
    hint: '`understudy runs ls` shows all runs.',
    values: { idOrPrefix },
  });
}

function ambiguousRun(idOrPrefix: string, rows: readonly Selectable<RunsTable>[]): UserError {
  const ids = rows.map((row) => row.id);
  return new UserError({
    code: 'run-ambiguous',
    message: `Several runs have an id that begins with "${idOrPrefix}": ${ids.join(', ')}.`,
    hint: 'Give more of the id.',
    values: { idOrPrefix, ids },
  });
}

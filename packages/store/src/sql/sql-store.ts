import type { Kysely } from 'kysely';
import { BugError } from '@understudy/core';
import type { CachedResponse, ResponseKey } from '../cached-response.js';
import type { DocumentSet } from '../document-set.js';
import type { NewRun, Run, RunSession, RunTask } from '../run.js';
import type { Sample, SampleScore } from '../sample.js';
import type { Batch, SampleCount, Store } from '../store.js';
import { insertResponses, selectResponses } from './response-table.js';
import { newOwner } from './run-owner.js';
import { rowToTask, taskToRow } from './run-row.js';
import { RunTable } from './run-table.js';
import {
  countSamples,
  insertSamples,
  selectDocuments,
  selectSample,
  selectSamples,
  selectScores,
} from './sample-table.js';
import type { OpenedDatabase } from './opened-database.js';
import type { Tables } from './tables.js';

/** A store in an SQL database, through Kysely. */
export class SqlStore implements Store {
  readonly location: string;
  readonly #database: OpenedDatabase;
  readonly #db: Kysely<Tables>;
  readonly #now: () => number;
  readonly #owner = newOwner();
  readonly #runs: RunTable;

  constructor(database: OpenedDatabase, now: () => number) {
    this.location = database.location;
    this.#database = database;
    this.#db = database.db;
    this.#now = now;
    this.#runs = new RunTable(database.db, this.#owner, now);
  }

  createRun(run: NewRun): Promise<Run> {
    return this.#guard(() => this.#runs.create(run));
  }

  findResumable(fingerprint: string): Promise<Run | undefined> {
    return this.#guard(() => this.#runs.findResumable(fingerprint));
  }

  resumeRun(runId: string): Promise<Run> {
    return this.#guard(() => this.#runs.resume(runId));
  }

  heartbeat(runId: string): Promise<void> {
    return this.#guard(() => this.#runs.touch(runId));
  }

  finishRun(runId: string, session: RunSession): Promise<void> {
    return this.#guard(() => this.#runs.finish(runId, session));
  }

  getRun(idOrPrefix: string): Promise<Run> {
    return this.#guard(() => this.#runs.get(idOrPrefix));
  }

  listRuns(options: { readonly limit?: number } = {}): Promise<readonly Run[]> {
    return this.#guard(() => this.#runs.list(options.limit));
  }

  deleteRun(runId: string): Promise<void> {
    return this.#guard(() => this.#runs.delete(runId));
  }

  addTask(runId: string, task: RunTask): Promise<void> {
    return this.#guard(async () => {
      await this.#db
        .insertInto('run_tasks')
        .values(taskToRow(task, runId))
        .onConflict((conflict) => conflict.columns(['run_id', 'task']).doNothing())
        .execute();
    });
  }

  listTasks(runId: string): Promise<readonly RunTask[]> {
    return this.#guard(async () => {
      const rows = await this.#db
        .selectFrom('run_tasks')
        .selectAll()
        .where('run_id', '=', runId)
        .orderBy('id')
        .execute();
      return rows.map(rowToTask);
    });
  }

  appendBatch({ runId, samples, responses }: Batch): Promise<void> {
    return this.#guard(() =>
      this.#database.transact(async (transaction) => {
        await new RunTable(transaction, this.#owner, this.#now).touch(runId);
        if (samples.length > 0) await insertSamples(transaction, samples, await taskIds(transaction, runId, samples));
        await insertResponses(transaction, responses, this.#database.keepsText);
      }),
    );
  }

  storedDocuments(runId: string, task: string): Promise<DocumentSet> {
    return this.#guard(async () => selectDocuments(this.#db, await taskId(this.#db, runId, task)));
  }

  countSamples(runId: string): Promise<ReadonlyMap<string, SampleCount>> {
    return this.#guard(() => countSamples(this.#db, runId));
  }

  async *samples(runId: string, task: string, { after = -1 }: { readonly after?: number } = {}): AsyncIterable<Sample> {
    try {
      yield* selectSamples(this.#db, { runTaskId: await taskId(this.#db, runId, task), task, start: after });
    } catch (error) {
      throw this.#database.translateError(error);
    }
  }

  async *scores(
    runId: string,
    task: string,
    { after = -1 }: { readonly after?: number } = {},
  ): AsyncIterable<SampleScore> {
    try {
      yield* selectScores(this.#db, await taskId(this.#db, runId, task), after);
    } catch (error) {
      throw this.#database.translateError(error);
    }
  }

  sample(runId: string, task: string, docId: number): Promise<Sample | undefined> {
    return this.#guard(async () =>
      selectSample(this.#db, { runTaskId: await taskId(this.#db, runId, task), task, docId }),
    );
  }

  lookupResponses(keys: readonly ResponseKey[]): Promise<ReadonlyMap<ResponseKey, CachedResponse>> {
    return this.#guard(() => selectResponses(this.#db, keys));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.#runs.release();
    } catch {
      // On a full disk not even this can be written, and whoever wrote last has been told. The runs are free once this process is gone.
    } finally {
      await this.#db.destroy();
    }
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.#database.translateError(error);
    }
  }
}

async function taskId(db: Kysely<Tables>, runId: string, task: string): Promise<number> {
  const row = await db
    .selectFrom('run_tasks')
    .select('id')
    .where('run_id', '=', runId)
    .where('task', '=', task)
    .executeTakeFirst();
  if (row !== undefined) return row.id;
  throw new BugError({
    code: 'run-task-unknown',
    message: `The run ${runId} has no task ${task}; addTask comes first.`,
    values: { runId, task },
  });
}

async function taskIds(
  db: Kysely<Tables>,
  runId: string,
  samples: readonly Sample[],
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  for (const { task } of samples) if (!ids.has(task)) ids.set(task, await taskId(db, runId, task));
  return ids;
}

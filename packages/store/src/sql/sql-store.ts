import type { Kysely, Transaction } from 'kysely';
import type {
  PairCounts,
  PairPage,
  PairQuery,
  SampleColumn,
  SampleNeighbours,
  SamplePage,
  SampleQuery,
} from '../browse/browse.js';
import type { CachedResponse, ResponseKey } from '../cached-response.js';
import type { DocumentSet } from '../document-set.js';
import type { RunProgress, StaleResult, StoredTaskResult, TaskResult } from '../results/task-result.js';
import type { LiveSession, NewRun, Run, RunSession, RunTask } from '../run.js';
import type { Sample, SampleScore } from '../sample.js';
import type { Batch, SampleCount, Store } from '../store.js';
import { browsePairs, countPairs } from './browse/browse-pairs.js';
import { browseSamples } from './browse/browse-samples.js';
import { goodDocuments } from './browse/good-documents.js';
import type { PairSides } from './browse/scan-pairs.js';
import { sampleNeighbours } from './browse/sample-neighbours.js';
import { columnNumber, summarizeColumns } from './browse/column-table.js';
import { appendSamples } from './append-samples.js';
import { takeNumbers } from './arena/sequence.js';
import { insertResponses, selectResponses } from './response-table.js';
import { newOwner } from './run-owner.js';
import { rowToTask, taskToRow } from './run-row.js';
import { RunTable } from './run-table.js';
import { KeptResults } from './results/kept-results.js';
import { updateResult } from './results/result-table.js';
import { touchVersion } from './results/run-versions.js';
import { beginTotals, countSamples, selectProgress } from './results/task-totals.js';
import { selectSample, selectSamples, selectScores } from './sample-table.js';
import { namedTaskId, taskId } from './task-id.js';
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
  readonly #results: KeptResults;

  constructor(database: OpenedDatabase, now: () => number) {
    this.location = database.location;
    this.#database = database;
    this.#db = database.db;
    this.#now = now;
    this.#runs = new RunTable(database.db, this.#owner, now);
    this.#results = new KeptResults(database.db, this.#runs);
  }

  createRun(run: NewRun): Promise<Run> {
    return this.#change((runs) => runs.create(run));
  }

  findResumable(fingerprint: string): Promise<Run | undefined> {
    return this.#guard(() => this.#runs.findResumable(fingerprint));
  }

  resumeRun(runId: string): Promise<Run> {
    return this.#change((runs) => runs.resume(runId));
  }

  heartbeat(runId: string, session?: LiveSession): Promise<void> {
    return this.#guard(() => this.#runs.touch(runId, session));
  }

  finishRun(runId: string, session: RunSession): Promise<void> {
    return this.#guard(() =>
      this.#database.transact(async (transaction) => {
        await this.#runsIn(transaction).finish(runId, session);
        await touchVersion(transaction, runId);
      }),
    );
  }

  getRun(idOrPrefix: string): Promise<Run> {
    return this.#guard(() => this.#runs.get(idOrPrefix));
  }

  listRuns(options: { readonly limit?: number } = {}): Promise<readonly Run[]> {
    return this.#guard(() => this.#runs.list(options.limit));
  }

  deleteRun(runId: string): Promise<void> {
    return this.#guard(() =>
      this.#database.transact(async (transaction) => {
        await this.#runsIn(transaction).delete(runId);
        await takeNumbers(transaction, 'result');
      }),
    );
  }

  addTask(runId: string, task: RunTask): Promise<void> {
    return this.#guard(() =>
      this.#database.transact(async (transaction) => {
        const added = await transaction
          .insertInto('run_tasks')
          .values(taskToRow(task, runId))
          .onConflict((conflict) => conflict.columns(['run_id', 'task']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (added !== undefined) await beginTotals(transaction, added.id, task);
      }),
    );
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
        await this.#runsIn(transaction).touch(runId);
        await appendSamples(transaction, runId, samples);
        await insertResponses(transaction, responses, this.#database.keepsText);
      }),
    );
  }

  storedDocuments(runId: string, task: string): Promise<DocumentSet> {
    return this.#guard(async () => goodDocuments(this.#db, await taskId(this.#db, runId, task)));
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

  staleResults({ runId }: { readonly runId?: string | undefined } = {}): Promise<readonly StaleResult[]> {
    return this.#guard(() => this.#results.stale(runId));
  }

  putResult(runId: string, task: string, result: TaskResult): Promise<void> {
    return this.#guard(() =>
      this.#database.transact(async (transaction) => {
        await updateResult(transaction, await taskId(transaction, runId, task), result);
        await touchVersion(transaction, runId);
      }),
    );
  }

  results({ runIds }: { readonly runIds?: readonly string[] | undefined } = {}): Promise<readonly StoredTaskResult[]> {
    return this.#guard(() => (runIds === undefined ? this.#results.all() : this.#results.of(runIds)));
  }

  resultsStamp(): Promise<string> {
    return this.#guard(() => this.#results.stamp());
  }

  progressOf(runId: string): Promise<RunProgress> {
    return this.#guard(async () => {
      const run = await this.#runs.get(runId);
      const [session, tasks] = [await this.#runs.live(run), await selectProgress(this.#db, run.id)];
      return { runId: run.id, status: run.status, session, tasks };
    });
  }

  sampleColumns(runId: string, task: string): Promise<readonly SampleColumn[]> {
    return this.#guard(async () => summarizeColumns(this.#db, await namedTaskId(this.#db, runId, task)));
  }

  browseSamples(query: SampleQuery): Promise<SamplePage> {
    return this.#guard(async () =>
      browseSamples(this.#db, await namedTaskId(this.#db, query.runId, query.task), query),
    );
  }

  sampleNeighbours(query: SampleQuery & { readonly docId: number }): Promise<SampleNeighbours> {
    return this.#guard(async () =>
      sampleNeighbours(this.#db, await namedTaskId(this.#db, query.runId, query.task), query),
    );
  }

  browsePairs(query: PairQuery): Promise<PairPage> {
    return this.#guard(async () => browsePairs(this.#db, await this.#sides(query), query));
  }

  countPairs(query: Pick<PairQuery, 'firstRun' | 'secondRun' | 'task' | 'column'>): Promise<PairCounts> {
    return this.#guard(async () => countPairs(this.#db, await this.#sides(query)));
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

  /** A change of a run after which its results may be others. */
  #change(work: (runs: RunTable) => Promise<Run>): Promise<Run> {
    return this.#guard(() =>
      this.#database.transact(async (transaction) => {
        const run = await work(this.#runsIn(transaction));
        await touchVersion(transaction, run.id);
        return run;
      }),
    );
  }

  #runsIn(transaction: Transaction<Tables>): RunTable {
    return new RunTable(transaction, this.#owner, this.#now);
  }

  async #sides({ firstRun, secondRun, task, column }: Parameters<Store['countPairs']>[0]): Promise<PairSides> {
    const side = async (runId: string) => {
      const runTaskId = await namedTaskId(this.#db, runId, task);
      return { runTaskId, column: await columnNumber(this.#db, runTaskId, column) };
    };
    return { first: await side(firstRun), second: await side(secondRun) };
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.#database.translateError(error);
    }
  }
}

import { setImmediate as letGo } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { StaleResult, StoredTaskResult } from '../../results/task-result.js';
import { inChunks } from '../in-chunks.js';
import type { RunTable } from '../run-table.js';
import type { Tables } from '../tables.js';
import { selectResults, selectStale } from './result-table.js';
import { lastVersion, selectVersions } from './run-versions.js';

/** Some thousands of results: a query on SQLite stops the process's other work, which has its turn after each. */
const RUNS_PER_SELECT = 50;

interface RunResults {
  readonly version: number;
  readonly results: readonly StoredTaskResult[];
}

/**
 * The results of all runs, each run's read once and again only when its version is another: reading 60,000 results takes about half a second, looking
 * whether they are still right a millisecond or two.
 */
export class KeptResults {
  readonly #db: Kysely<Tables>;
  readonly #runs: RunTable;
  #byRun: ReadonlyMap<string, RunResults> = new Map();
  #last: { readonly stamp: string; readonly results: readonly StoredTaskResult[] } | undefined;

  constructor(db: Kysely<Tables>, runs: RunTable) {
    this.#db = db;
    this.#runs = runs;
  }

  async stamp(): Promise<string> {
    const { owned, left } = await this.#runs.running();
    return [await lastVersion(this.#db), owned.join(' '), left.join(' ')].join('/');
  }

  async all(): Promise<readonly StoredTaskResult[]> {
    const stamp = await this.stamp();
    if (this.#last?.stamp === stamp) return this.#last.results;
    const versions = await selectVersions(this.#db);
    const { owned } = await this.#runs.running();
    const wanted = new Map([...versions].filter(([runId]) => !owned.includes(runId)));
    const known = this.#byRun;
    const missing = [...wanted].filter(([runId, version]) => known.get(runId)?.version !== version);
    const read = await this.#read(missing);
    const byRun = new Map([...wanted.keys()].map((runId) => [runId, read.get(runId) ?? known.get(runId)!]));
    const results = [...byRun.values()].flatMap((run) => run.results);
    this.#byRun = byRun;
    this.#last = { stamp, results };
    return results;
  }

  async of(runIds: readonly string[]): Promise<readonly StoredTaskResult[]> {
    const { owned } = await this.#runs.running();
    const results: StoredTaskResult[] = [];
    const wanted = runIds.filter((runId) => !owned.includes(runId));
    for (const chunk of inChunks(wanted, RUNS_PER_SELECT)) {
      results.push(...(await selectResults(this.#db, chunk)));
      await letGo();
    }
    return results;
  }

  async stale(runId: string | undefined): Promise<readonly StaleResult[]> {
    const { owned } = await this.#runs.running();
    const stale = await selectStale(this.#db, runId);
    return stale.filter((one) => !owned.includes(one.runId));
  }

  async #read(runs: readonly (readonly [string, number])[]): Promise<ReadonlyMap<string, RunResults>> {
    const found = new Map(runs.map(([runId, version]) => [runId, { version, results: [] as StoredTaskResult[] }]));
    for (const chunk of inChunks([...found.keys()], RUNS_PER_SELECT)) {
      for (const result of await selectResults(this.#db, chunk)) found.get(result.runId)?.results.push(result);
      await letGo();
    }
    return found;
  }
}

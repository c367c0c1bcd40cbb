import type { CacheEntry, CachedResponse, ResponseKey } from './cached-response.js';
import type { DocumentSet } from './document-set.js';
import type { LiveSession, NewRun, Run, RunSession, RunTask } from './run.js';
import type { SampleBrowser } from './browse/browse.js';
import type { ResultStore } from './results/task-result.js';
import type { Sample, SampleScore } from './sample.js';

/** What is written in one transaction: all of it or nothing. */
export interface Batch {
  readonly runId: string;
  readonly samples: readonly Sample[];
  readonly responses: readonly CacheEntry[];
}

/** Stored samples of one task. */
export interface SampleCount {
  readonly stored: number;
  /** Those of them that failed; a resumed run computes them again. */
  readonly failed: number;
}

/**
 * Runs, their samples and the cache of responses. Samples are only ever added. A run belongs to the store that created
 * or resumed it until it ends or its process dies.
 *
 * All methods throw `UserError` when the database cannot be used (full disk, locked, not ours, made by a newer version);
 * what was appended before stays.
 */
export interface Store extends ResultStore, SampleBrowser, AsyncDisposable {
  /** Where it is, to be shown: a path. */
  readonly location: string;

  /** Begins a run and takes it into possession. */
  createRun(run: NewRun): Promise<Run>;
  /** The newest run of this fingerprint that can be gone on with: neither finished nor in the hands of a living process. */
  findResumable(fingerprint: string): Promise<Run | undefined>;
  /** Takes a run into possession again. Throws `UserError` (`run-busy`) when a living process has it. */
  resumeRun(runId: string): Promise<Run>;
  /**
   * Says that the owner is alive; `appendBatch` does so too. Call it at least every ten seconds. What it tells of the work is for
   * those who watch (`progressOf`).
   */
  heartbeat(runId: string, session?: LiveSession): Promise<void>;
  /** Adds a leaf task to a run; the same task again changes nothing. */
  addTask(runId: string, task: RunTask): Promise<void>;
  /**
   * Adds samples and responses in one transaction. A sample that is already stored stays as it is, unless it failed:
   * then the new one takes its place. Throws `UserError` (`run-taken-over`) when another process has the run now.
   */
  appendBatch(batch: Batch): Promise<void>;
  /** Ends a session of a run and gives it up; its status becomes the run's. */
  finishRun(runId: string, session: RunSession): Promise<void>;

  /** A run by its id or the beginning of it. Throws `UserError` when none or several match. */
  getRun(idOrPrefix: string): Promise<Run>;
  /** The newest first. */
  listRuns(options?: { readonly limit?: number }): Promise<readonly Run[]>;
  /** The leaf tasks of a run in the order they were added. */
  listTasks(runId: string): Promise<readonly RunTask[]>;
  /** Removes a run and its samples; cached responses stay. Throws `UserError` (`run-busy`) when a living process has it. */
  deleteRun(runId: string): Promise<void>;

  /** Documents of a task that need no more work: stored and not failed. */
  storedDocuments(runId: string, task: string): Promise<DocumentSet>;
  /** Counts by task name, for tasks with at least one sample. */
  countSamples(runId: string): Promise<ReadonlyMap<string, SampleCount>>;
  /** The samples of a task by ascending document number, read piece by piece; `after` skips up to and including that number. */
  samples(runId: string, task: string, options?: { readonly after?: number }): AsyncIterable<Sample>;
  /** Like `samples`, without the texts: for reports over many samples. */
  scores(runId: string, task: string, options?: { readonly after?: number }): AsyncIterable<SampleScore>;

  /** One sample; undefined when there is none. */
  sample(runId: string, task: string, docId: number): Promise<Sample | undefined>;

  /** The responses that are in the cache, by key. */
  lookupResponses(keys: readonly ResponseKey[]): Promise<ReadonlyMap<ResponseKey, CachedResponse>>;
}

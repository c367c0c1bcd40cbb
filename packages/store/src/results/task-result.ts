import type { LiveSession, RunStatus } from '../run.js';
import type { SampleFlags } from '../sample.js';

/** A metric of a task under one filter, over all its samples. */
export interface MetricResult {
  readonly metric: string;
  readonly filter: string;
  readonly value: number;
  /** Null where there is none. */
  readonly standardError: number | null;
  /** 95%; null where none can be given. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Documents behind the value. */
  readonly count: number;
  /** True when each document scores 0 or 1. */
  readonly isProportion: boolean;
  /** Null where the task does not say. */
  readonly higherIsBetter: boolean | null;
}

/** What a task's samples came to. It can be computed again from them at any time, and is kept so that a thousand runs can be read at once. */
export interface TaskResult {
  readonly metrics: readonly MetricResult[];
  readonly scored: number;
  readonly failed: number;
  /** Sums over the samples. */
  readonly flags: SampleFlags;
}

/** The result of a leaf task with what says which other results it may stand beside. */
export interface StoredTaskResult extends TaskResult {
  readonly runId: string;
  readonly task: string;
  readonly version: string;
  readonly numFewshot: number;
  readonly documentsTotal: number;
  readonly documentsExpected: number;
  /** SHA-256 of the task's configuration: equal for equal tasks. */
  readonly configHash: string;
}

/** A run whose results are to be computed, as they are missing or older than its last session. */
export interface StaleResult {
  readonly runId: string;
  readonly task: string;
}

/** Results of tasks, kept beside their samples. A run that goes on has none: its samples are still coming. */
export interface ResultStore {
  /** Tasks of ended runs without a result over all of their samples, of all runs or of one. */
  staleResults(options?: { readonly runId?: string | undefined }): Promise<readonly StaleResult[]>;
  /** Keeps a result. It is stale as soon as the task has other samples than those `scored` and `failed` count. */
  putResult(runId: string, task: string, result: TaskResult): Promise<void>;
  /**
   * All kept results that are not stale, of all runs or of these. Of all runs they stay in memory: the first call reads each (a second or so for
   * 60,000), later ones only those of runs whose results changed, and where nothing did they give the same list again.
   */
  results(options?: { readonly runIds?: readonly string[] | undefined }): Promise<readonly StoredTaskResult[]>;
  /** Changes whenever a run began, ended or was removed, or a result was kept; for caches. Takes two look-ups. */
  resultsStamp(): Promise<string>;
  /** How far a run is. Counts are kept, not counted: it costs the same for a million samples, and may be asked every second. */
  progressOf(runId: string): Promise<RunProgress>;
}

/** Progress of a run, for those who watch it. */
export interface RunProgress {
  readonly runId: string;
  readonly status: RunStatus;
  /** The work that goes on, as last told by the process that does it; undefined where none does, or it has told nothing yet. */
  readonly session: LiveSession | undefined;
  /** By task, in the order of the run. */
  readonly tasks: readonly {
    readonly task: string;
    readonly expected: number;
    readonly stored: number;
    readonly failed: number;
  }[];
}

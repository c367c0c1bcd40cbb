/** The tables behind `ResultStore`: narrow, because they are read for all runs at once. */
export interface ResultTables {
  readonly task_totals: TaskTotalsTable;
  readonly run_versions: RunVersionsTable;
}

/** How many samples a task has, and what they came to when that was last computed. */
export interface TaskTotalsTable {
  run_task_id: number;
  /** SHA-256 of the task's configuration, hexadecimal. */
  config_hash: string;
  /** Samples, counted as they are written. */
  stored: number;
  /** Those of them that failed. */
  failed: number;
  /** Of the kept result; null: none is kept. It is stale unless it is over the samples that there are. */
  result_scored: number | null;
  result_failed: number | null;
  /** JSON. */
  result: string | null;
}

/** A number that changes whenever the results of a run may be others. */
export interface RunVersionsTable {
  run_id: string;
  version: number;
}

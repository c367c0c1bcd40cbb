import type { Generated } from 'kysely';
import type { ArenaTables } from './arena/arena-tables.js';
import type { BrowseTables } from './browse/chunk-tables.js';
import type { ResultTables } from './results/result-tables.js';

/** The database as Kysely sees it; the migrations create it. JSON columns are text, times are milliseconds since 1970. */
export interface Tables extends ArenaTables, BrowseTables, ResultTables {
  readonly runs: RunsTable;
  readonly run_tasks: RunTasksTable;
  readonly samples: SamplesTable;
  readonly responses: ResponsesTable;
}

export interface RunsTable {
  id: string;
  fingerprint: string;
  model: string;
  identity: string;
  source: string;
  /** JSON. */
  engine: string;
  /** JSON. */
  settings: string;
  /** JSON. */
  command: string;
  /** JSON. */
  selection: string;
  seed: number;
  version: string;
  created_at: number;
  ended_at: number | null;
  /** `running`, `finished`, `stopped` or `failed`. */
  status: string;
  /** JSON list of `RunSession`. */
  sessions: string;
  /** The store that has the run; null when nobody has. */
  owner: string | null;
  owner_host: string | null;
  owner_pid: number | null;
  heartbeat_at: number | null;
  /** JSON of a `LiveSession`; null unless the owner has told of one. */
  live: string | null;
}

export interface RunTasksTable {
  id: Generated<number>;
  run_id: string;
  task: string;
  version: string;
  num_fewshot: number;
  documents_total: number;
  documents_expected: number;
  /** JSON. */
  higher_is_better: string;
  /** JSON. */
  config: string;
}

/** Small columns first: SQLite then reads scores without touching the pages that hold long texts. */
export interface SamplesTable {
  run_task_id: number;
  doc_id: number;
  failed: number;
  truncated_prompts: number;
  truncated_answers: number;
  no_answers: number;
  ties: number;
  cached_responses: number;
  /** JSON list of `FilterMetrics`. */
  outcomes: string;
  doc_hash: Uint8Array;
  prompt_hash: Uint8Array;
  target_hash: Uint8Array;
  /** See `sample-texts.ts`. */
  texts: Uint8Array;
}

/** A score has `log_probability` and `is_greedy`, a generation the other optional columns. */
export interface ResponsesTable {
  /** SHA-256. */
  key: Uint8Array;
  log_probability: number | null;
  is_greedy: number | null;
  text: string | null;
  finish_reason: string | null;
  prompt_tokens: number;
  generated_tokens: number | null;
}

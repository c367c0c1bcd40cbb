import type { EngineCounters } from '@understudy/core';

/** A JSON object that the store keeps as it is. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * What became of a run. A run whose process died (kill -9, power loss) reads as `interrupted`: it says `running`, yet
 * its owner is gone.
 */
export type RunStatus = 'running' | 'interrupted' | 'finished' | 'stopped' | 'failed';

/** How a run can end on purpose: all done, stopped by the user, or ended by an error. */
export type RunEndStatus = 'finished' | 'stopped' | 'failed';

/** What is known when a run begins; none of it ever changes. */
export interface NewRun {
  /** Two runs with one fingerprint are the same work: model, engine, settings and tasks. The caller defines it. */
  readonly fingerprint: string;
  /** Name of the model to show: catalog id or model spec. */
  readonly model: string;
  /** Content identity of the model: SHA-256 of its weights, or provider and name of a remote one. */
  readonly identity: string;
  /** Who computed the samples: ourselves, or another harness whose files were imported. */
  readonly source: 'understudy' | 'lm-eval';
  /** The opened engine (`EngineInfo`) of a run of ours; what the other harness says of its model for an imported one. */
  readonly engine: JsonObject;
  /** All settings that can change a result, e.g. shots, chat template, seeds, limit. */
  readonly settings: JsonObject;
  /** The command or config file as the user gave it. */
  readonly command: JsonObject;
  /** The tree of groups and tasks that was asked for, in the caller's shape. */
  readonly selection: JsonObject;
  readonly seed: number;
  /** Version of Understudy. */
  readonly version: string;
  /** When the run began, milliseconds since 1970; defaults to now. Imported runs carry their own date. */
  readonly createdAt?: number | undefined;
}

/** One stretch of work on a run: from start or resumption to its end. A killed process leaves no record of its stretch. */
export interface RunSession {
  readonly status: RunEndStatus;
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  readonly elapsedMs: number;
  /** The engine's counters of this stretch; undefined when the engine never opened. */
  readonly counters?: EngineCounters | undefined;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

/** How a stretch of work is going: told with the heartbeats of the process that does it, and gone when it ends. */
export interface LiveSession {
  /** Since the stretch began, when this was told. */
  readonly elapsedMs: number;
  /** Documents of the run that are done, those of earlier stretches included. */
  readonly documents: number;
  /** The engines' counters of this stretch. */
  readonly counters: EngineCounters;
}

/** A stored run. */
export interface Run extends Omit<NewRun, 'createdAt'> {
  /** Short and sortable by time, e.g. `20261125-a1b2c3`. */
  readonly id: string;
  readonly status: RunStatus;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970; undefined until a session ended on purpose. */
  readonly endedAt: number | undefined;
  readonly sessions: readonly RunSession[];
}

/** A leaf task of a run. */
export interface RunTask {
  /** Unique within the run, e.g. `mmlu_anatomy`. */
  readonly task: string;
  /** `metadata.version` as the reference harness prints it, e.g. `1.0`, or `Yaml` where the file has none. */
  readonly version: string;
  readonly numFewshot: number;
  /** Documents of the split. */
  readonly documentsTotal: number;
  /** Documents to be evaluated: those left by `--limit` or `--samples`. */
  readonly documentsExpected: number;
  /** Metric name → true when more is better. */
  readonly higherIsBetter: Readonly<Record<string, boolean>>;
  /** The task's configuration, in the shape the reference harness reports under `configs`. */
  readonly config: JsonObject;
}

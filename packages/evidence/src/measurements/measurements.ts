import type { Area, Benchmark } from '@understudy/catalog';
import type { ModelRef } from './model-ref.js';
import type { Setting } from './setting.js';

/** A number that a run came to. */
export interface Measurement {
  /** Of the model. */
  readonly identity: string;
  readonly runId: string;
  readonly value: number;
  /** By the reference harness's conventions; null where it has none. */
  readonly standardError: number | null;
  /** 95%; null where none can be given. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Documents behind the value. */
  readonly count: number;
  /** Documents that failed, which the value leaves out. */
  readonly failed: number;
  /** When the run ended, milliseconds since 1970. */
  readonly measuredAt: number;
  /** Older runs of the same model in the same setting, the newest first. */
  readonly otherRuns: readonly string[];
}

/** All that was measured in one setting. */
export interface MeasuredColumn {
  /** Short, stable, fit for an address: made of the setting. */
  readonly key: string;
  readonly setting: Setting;
  /** Undefined where the catalog knows no benchmark of this task. */
  readonly benchmark: Benchmark | undefined;
  /** The benchmark's first area. */
  readonly area: Area | undefined;
  /** Null where the task does not say. */
  readonly higherIsBetter: boolean | null;
  /** True where each document of each measurement scores 0 or 1. */
  readonly isProportion: boolean;
  /** Whether this metric stands for its task where one column is shown for it. */
  readonly isPrimary: boolean;
  /** Whether it is a group of tasks taken together, which has no samples of its own. */
  readonly isGroup: boolean;
  /** Whether all of it was measured as part of a group that has a column of its own, such as the subjects of `mmlu`. */
  readonly isPart: boolean;
  /** One a model: its newest. */
  readonly measurements: readonly Measurement[];
}

/** All results of ended runs, by setting. */
export interface Measurements {
  /** By identity. */
  readonly models: ReadonlyMap<string, ModelRef>;
  /** By area in the order of `AREAS`, then task; of one task the setting that most models have first. */
  readonly columns: readonly MeasuredColumn[];
  /** Tasks of runs that have no number here, as not all of their documents were answered. */
  readonly incomplete: number;
}

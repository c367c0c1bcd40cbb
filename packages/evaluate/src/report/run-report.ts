import type { EngineCounters } from '@understudy/core';
import type { Interval } from '@understudy/statistics';
import type { Run, RunTask, SampleFlags } from '@understudy/store';
import type { StoredNode } from './stored-selection.js';

/** What a run came to: computed from its stored samples, never stored itself. */
export interface RunReport {
  readonly run: Run;
  /** What was asked for: trees of groups and tasks. */
  readonly roots: readonly StoredNode[];
  /** Leaf tasks in the order they ran. */
  readonly tasks: readonly TaskReport[];
  /** All groups, parents before their members. */
  readonly groups: readonly GroupReport[];
  /** Sums over the run's sessions; of memory the peak. Undefined for an imported run. */
  readonly counters: EngineCounters | undefined;
  /** Sum over the run's sessions. */
  readonly elapsedMs: number;
  /** Replicates of the bootstrap standard errors. */
  readonly bootstrapIterations: number;
}

/** One metric under one filter. */
export interface MetricReport {
  readonly metric: string;
  readonly filter: string;
  readonly value: number;
  /** By the reference harness's conventions; undefined where it prints `N/A`. */
  readonly standardError: number | undefined;
  /** 95%, see `MetricInterval`; undefined where none can be given. */
  readonly interval: Interval | undefined;
  /** Documents behind the value. */
  readonly count: number;
  /** True when each document scores 0 or 1. */
  readonly isProportion: boolean;
  /** Undefined where the parts of a group disagree. */
  readonly higherIsBetter: boolean | undefined;
}

/** A leaf task of a run. */
export interface TaskReport {
  readonly kind: 'task';
  readonly name: string;
  /** The name to show. */
  readonly alias: string;
  readonly task: RunTask;
  readonly metrics: readonly MetricReport[];
  /** Samples that have metrics. */
  readonly scored: number;
  /** Samples whose requests failed. */
  readonly failed: number;
  /** Sums over the samples. */
  readonly flags: SampleFlags;
}

/** A group of a run. */
export interface GroupReport {
  readonly kind: 'group';
  readonly name: string;
  readonly alias: string;
  /** As the reference harness prints it; `N/A` where the group has none. */
  readonly version: string;
  /** Names of the direct members, in order. */
  readonly members: readonly string[];
  /** Empty for a group without aggregation. */
  readonly metrics: readonly MetricReport[];
  /** Scored samples of all leaves. */
  readonly scored: number;
  /** The shots of the direct members, where they agree. */
  readonly numFewshot: number | undefined;
}

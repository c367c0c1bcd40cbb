import type { Area, Benchmark, Contamination } from '@understudy/catalog';
import type { ModelRef } from '../measurements/model-ref.js';
import type { Setting } from '../measurements/setting.js';

/** A column: one task asked in one way. */
export interface BoardColumn {
  /** Short, stable, fit for an address: made of the setting. */
  readonly key: string;
  readonly setting: Setting;
  /** Undefined where the catalog knows no benchmark of this task. */
  readonly benchmark: Benchmark | undefined;
  /** The benchmark's first area. */
  readonly area: Area | undefined;
  /** Null where the task does not say. */
  readonly higherIsBetter: boolean | null;
  readonly isProportion: boolean;
  /** Models that have a cell. */
  readonly models: number;
}

/** A measured number with how sure it is. */
export interface BoardCell {
  /** Key of the column. */
  readonly column: string;
  readonly value: number;
  readonly standardError: number | null;
  /** 95%. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly count: number;
  /** The run behind it, for its samples. */
  readonly runId: string;
  readonly task: string;
  /** Milliseconds since 1970. */
  readonly measuredAt: number;
  /**
   * True where the sample is too small to tell differences of `POWER_MARGIN` at 95% (half the interval is wider), so that ranks in this
   * column say little.
   */
  readonly isUnderpowered: boolean;
  /** What sources say of this benchmark in this model's training; empty: not checked. */
  readonly contamination: readonly Contamination[];
}

/** The mean of an area's columns for one model: only where the model has all of the columns that the board shows for the area. */
export interface AreaCell extends Omit<BoardCell, 'column' | 'runId' | 'task'> {
  readonly area: Area;
  /** Keys of the columns behind it. */
  readonly columns: readonly string[];
}

/** A model's line. */
export interface BoardRow {
  readonly model: ModelRef;
  readonly cells: readonly BoardCell[];
  readonly areas: readonly AreaCell[];
}

/** Measured results of all models, side by side. */
export interface Leaderboard {
  /** Grouped by area in the order of `AREAS`, then by task; several columns of one task are several settings. */
  readonly columns: readonly BoardColumn[];
  /** Areas that have an area cell, with the columns that make it up: of each task the setting that most models have. */
  readonly areas: readonly { readonly area: Area; readonly columns: readonly string[] }[];
  readonly rows: readonly BoardRow[];
}

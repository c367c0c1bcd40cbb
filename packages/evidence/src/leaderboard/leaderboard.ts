import type { Area, Benchmark, Contamination } from '@understudy/catalog';
import type { Measurement } from '../measurements/measurements.js';
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
  /** Whether values are shares, 0 to 1, of which more is better: such may be averaged and drawn on one scale. */
  readonly isShare: boolean;
  /** Whether it is a group of tasks taken together, which has no samples of its own. */
  readonly isGroup: boolean;
  /** Whether this metric stands for its task where one column is shown for it. */
  readonly isPrimary: boolean;
  /** Models of the board that have a cell. */
  readonly models: number;
}

/** A measured number with how sure it is. */
export interface BoardCell extends Measurement {
  /** Key of the column. */
  readonly column: string;
  /**
   * True where the sample is too small to tell differences of `POWER_MARGIN` at 95% (half the interval is wider), so that ranks in this
   * column say little. Null where that cannot be said: the number is no share, or has no interval.
   */
  readonly isUnderpowered: boolean | null;
  /** What sources say of this benchmark in this model's training; empty: not checked. */
  readonly contamination: readonly Contamination[];
}

/** The mean of an area's columns for one model: only where the model has all of the columns that the board shows for the area. */
export interface AreaCell {
  readonly area: Area;
  /** Keys of the columns behind it. */
  readonly columns: readonly string[];
  /** Mean of the columns' values as they are: not rescaled by what guessing would give. */
  readonly value: number;
  /** Of independent strata, each column counting the same. */
  readonly standardError: number | null;
  /** 95%. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Documents of all columns. */
  readonly count: number;
  /** Of its newest column. */
  readonly measuredAt: number;
  readonly isUnderpowered: boolean | null;
  /** Of any of its columns. */
  readonly contamination: readonly Contamination[];
}

/** A model's line. */
export interface BoardRow {
  readonly model: ModelRef;
  /** In the order of the columns. */
  readonly cells: readonly BoardCell[];
  readonly areas: readonly AreaCell[];
}

/** An area of the board. */
export interface BoardArea {
  readonly area: Area;
  /** Keys of the columns whose mean is shown. */
  readonly columns: readonly string[];
  /** Models of the board that have a mean. */
  readonly models: number;
}

/** Measured results of all models, side by side. */
export interface Leaderboard {
  /** Grouped by area in the order of `AREAS`, then by task; several columns of one task are several settings or metrics. */
  readonly columns: readonly BoardColumn[];
  /** Areas that have an area cell, see `chooseAreaColumns`. */
  readonly areas: readonly BoardArea[];
  /** Those with most areas first, then most cells, then by name. */
  readonly rows: readonly BoardRow[];
}

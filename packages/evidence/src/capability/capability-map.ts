import type { Area, Benchmark } from '@understudy/catalog';
import type { Setting } from '../measurements/setting.js';
import type { ReferenceId } from './reference-models.js';

/** Whether a model's weights can be had; `unknown` where the catalog does not say, or it is a system around a model. */
export type Openness = 'open' | 'closed' | 'unknown';

/** A number in the map. */
export interface CapabilityScore {
  /** Id of a card or external model; of a measured model without a card its spec. */
  readonly modelId: string;
  /** As printed in the source, so that dated snapshots stay apart. */
  readonly label: string;
  readonly openness: Openness;
  /** The reference that this is, or a snapshot of it. */
  readonly reference: ReferenceId | undefined;
  readonly value: number;
  /** 95%, of measured numbers. */
  readonly interval: { readonly lower: number; readonly upper: number } | undefined;
  /** The run of a measured number. */
  readonly runId: string | undefined;
  readonly note: string | null;
}

/**
 * What a comparison says: with intervals whether the difference is outside or within noise; with bare published numbers only which one is
 * printed higher, as nobody knows their error.
 */
export type CapabilityVerdict =
  | {
      readonly kind: 'above' | 'within-noise' | 'below';
      /** Open model − reference, and its 95% interval. */
      readonly difference: number;
      readonly interval: { readonly lower: number; readonly upper: number };
    }
  | { readonly kind: 'higher-as-published' | 'lower-as-published' | 'equal-as-published'; readonly difference: number }
  | { readonly kind: 'unknown-error'; readonly difference: number };

/** What stands against a reference, and in which table. */
export interface ReferenceVerdict {
  /** Key of the column. */
  readonly column: string;
  readonly verdict: CapabilityVerdict;
}

/** One table: numbers of one source and setting (or of our runs in one setting), so that they may be compared. */
export interface CapabilityColumn {
  readonly key: string;
  readonly origin: 'published' | 'measured';
  /** Of a published one. */
  readonly source: string | undefined;
  /** `YYYY-MM` of the source as its name tells; of a measured one of its newest run. Undefined: the name does not tell. */
  readonly date: string | undefined;
  /** As published; null: the source does not say. */
  readonly setting: string | null;
  /** Of a measured one: how it was asked. */
  readonly measured: Setting | undefined;
  readonly metric: string | null;
  readonly higherIsBetter: boolean;
  /** True of measured shares, 0 to 1; what a published number's scale is only `metric` tells. */
  readonly isShare: boolean;
  /** The best open model of this table; undefined: it has none. */
  readonly bestOpen: CapabilityScore | undefined;
  /** The references that this table has, the best of each family. */
  readonly references: Readonly<Partial<Record<ReferenceId, CapabilityScore>>>;
  /** All numbers, the best first. */
  readonly scores: readonly CapabilityScore[];
}

/** A line of the map: a benchmark under its area, with the tables that have it. */
export interface CapabilityRow {
  readonly area: Area;
  readonly benchmark: Benchmark;
  /** As `compareColumns` sorts them: the first is the one for a compact picture. */
  readonly columns: readonly CapabilityColumn[];
  /** By reference, from the first column that has both it and an open model; absent: no table has both. */
  readonly verdicts: Readonly<Partial<Record<ReferenceId, ReferenceVerdict>>>;
}

/** The survey's map of areas × benchmarks: where an open model reaches GPT-3.5-turbo or GPT-4, and where none does. */
export interface CapabilityMap {
  /** By area in the order of `AREAS`, then as the catalog lists benchmarks; those with at least one number. */
  readonly rows: readonly CapabilityRow[];
  /** Names of benchmarks under which scores are published and that the catalog does not know, with how many there are. */
  readonly unplaced: readonly { readonly benchmark: string; readonly scores: number }[];
}

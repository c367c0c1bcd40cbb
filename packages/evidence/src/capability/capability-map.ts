import type { Area, Benchmark } from '@understudy/catalog';

/** A number in the map. */
export interface CapabilityScore {
  /** Id of a card or external model; of a measured model without a card its name. */
  readonly modelId: string;
  readonly label: string;
  readonly value: number;
  /** 95%, of measured numbers. */
  readonly interval: { readonly lower: number; readonly upper: number } | undefined;
  /** The run of a measured number. */
  readonly runId: string | undefined;
  readonly note: string | null;
}

/** One table: numbers of one source and setting (or of our runs in one setting), so that they may be compared. */
export interface CapabilityColumn {
  readonly key: string;
  readonly origin: 'published' | 'measured';
  /** Of a published one. */
  readonly source: string | undefined;
  readonly setting: string | null;
  readonly metric: string | null;
  readonly higherIsBetter: boolean;
  /** The best open model of this table; undefined: it has none. */
  readonly bestOpen: CapabilityScore | undefined;
  /** The references that this table has: by id of their family (`gpt-3.5`, `gpt-4`), the best of the family. */
  readonly references: Readonly<Record<string, CapabilityScore | undefined>>;
  /** All numbers, the best first. */
  readonly scores: readonly CapabilityScore[];
}

/** A line of the map: a benchmark under its area, with the tables that have it. */
export interface CapabilityRow {
  readonly area: Area;
  readonly benchmark: Benchmark;
  readonly columns: readonly CapabilityColumn[];
}

/** The survey's map of areas × benchmarks: where an open model reaches GPT-3.5-turbo or GPT-4, and where none does. */
export interface CapabilityMap {
  readonly rows: readonly CapabilityRow[];
}

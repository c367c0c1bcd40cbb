/** A number that somebody published. Numbers are comparable only within one source, benchmark, setting and metric: one table. */
export interface PublishedScore {
  /** Id of a card, of an external model, or of a system that the catalog has no card for. */
  readonly modelId: string;
  /** As printed in the source. */
  readonly modelLabel: string;
  /** As published. */
  readonly benchmark: string;
  /** Shots, decoding, judge, date; null: the source does not say. */
  readonly setting: string | null;
  /** With its unit, e.g. `accuracy %`; null: the source does not name it. */
  readonly metric: string | null;
  readonly value: number;
  readonly higherIsBetter: boolean;
  /** Table or file. */
  readonly source: string;
  readonly note: string | null;
  /** Key of the table: equal for scores that may stand in one column. */
  readonly table: string;
}

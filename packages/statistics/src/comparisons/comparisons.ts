/** Outcomes of a comparison, as they are coded in `Comparisons.outcome`. */
export const FIRST_WINS = 0;
export const SECOND_WINS = 1;
export const TIE = 2;

/**
 * Comparisons of two models each, in columns: entry i of each column belongs to comparison i. Models are numbered from 0. A million of them
 * are read in milliseconds.
 */
export interface Comparisons {
  /** Number of models, M. */
  readonly models: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** `FIRST_WINS`, `SECOND_WINS` or `TIE`. */
  readonly outcome: Uint8Array;
}

/** Which cluster (a question, an annotator) each comparison belongs to; clusters are numbered from 0. */
export interface Clusters {
  readonly count: number;
  /** One entry a comparison. */
  readonly of: Int32Array;
}

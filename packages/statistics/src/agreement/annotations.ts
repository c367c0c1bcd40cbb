/**
 * Labels that raters gave to items, in columns: entry i of each column belongs to annotation i. Items, raters and labels are numbered
 * from 0. For battles an item is a question, turn and pair of models (in one order of the two, the label turned with them), the labels
 * are `FIRST_WINS`, `SECOND_WINS` and `TIE`. An item needs no annotation, and raters may miss items.
 *
 * Of several labels that one rater gave to one item the first counts.
 */
export interface Annotations {
  readonly items: number;
  readonly raters: number;
  readonly labels: number;
  /** The label that means "neither"; undefined where there is none. */
  readonly tie: number | undefined;
  readonly item: Int32Array;
  readonly rater: Int32Array;
  readonly label: Uint8Array;
}

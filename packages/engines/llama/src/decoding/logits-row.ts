import type { Context, Logits } from '../context/context.js';

/** Logits that a token is to be chosen from. They may be changed. */
export interface LogitsRow {
  readonly values: Float32Array;
  /** Where they stand in native memory, if they still do. */
  readonly place?: { readonly context: Context; readonly index: number };
}

/** A row of the last decode call: the `row`-th of those wanted, which is the logits of the batch's `index`-th token. */
export function decodedRow(
  context: Context,
  logits: Logits,
  { row, index }: { readonly row: number; readonly index: number },
): LogitsRow {
  return { values: logits.row(row), place: { context, index } };
}

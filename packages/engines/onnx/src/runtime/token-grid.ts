/**
 * The tokens of one pass: `batch` rows of `width` tokens each. A row is a forest: each token sees the prefix, its ancestors and
 * itself. Parents come before their children. Rows are filled up with tokens that nothing sees.
 */
export interface TokenGrid {
  readonly batch: number;
  readonly width: number;
  /** [batch · width]. */
  readonly tokens: Int32Array;
  /** Place of each token in its own sequence, prefix included. */
  readonly positions: Int32Array;
  /** Place of each token's parent in its row of the grid; −1 where the prefix is the parent. */
  readonly parents: Int32Array;
  /** Tokens to be scored, counted over all rows. */
  readonly rows: Int32Array;
}

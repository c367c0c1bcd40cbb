/** What a matrix of a transformer does; formats of weights depend on it. */
export type MatrixRole =
  | 'token-embedding'
  | 'output'
  | 'attention'
  | 'attention-key'
  | 'attention-value'
  | 'attention-output'
  | 'feed-forward'
  | 'feed-forward-down'
  /** Norms, routers and learned positions, which stay in float32. */
  | 'unquantized';

/** One matrix of weights, or several alike of one layer. */
export interface WeightMatrix {
  readonly role: MatrixRole;
  /** Elements of a row: what a block of a format has to divide. */
  readonly rowLength: number;
  readonly rows: number;
  /** 0 for what is in no layer. */
  readonly layer: number;
  /** Share of the rows that one token reads: 0 for an embedding alone, less than 1 for experts. */
  readonly readShare: number;
}

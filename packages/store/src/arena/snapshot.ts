/** A leaderboard as it was, with all that made it. Never changed. */
export interface Snapshot {
  readonly id: string;
  readonly title: string;
  /** JSON: which votes. */
  readonly filter: string;
  /** `bradley-terry`, `elo`, `davidson`. */
  readonly method: string;
  /** JSON: settings of the method. */
  readonly settings: string;
  /** SHA-256 over the votes that went in. */
  readonly inputHash: string;
  readonly votes: number;
  /** JSON: the table as the ratings call gave it, its fit included. */
  readonly table: string;
  readonly createdAt: number;
}

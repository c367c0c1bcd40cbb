/** How agreement is measured. */
export interface MeasureAgreementOptions {
  /**
   * Patterns of judges' names (see `matchNames`). Without `against` they choose in each set of battles that has such judges; a set that has
   * none stays whole, e.g. a file of one model's verdicts beside human votes.
   */
  readonly judges?: string | undefined;
  /** Patterns of the judges to compare with: of the second set, or of the only one. `judges` then chooses in the first alone. */
  readonly against?: string | undefined;
  /** Rounds of the bootstrap, 1,000 by default; 0: no intervals. */
  readonly rounds?: number | undefined;
  /** 0 by default. */
  readonly seed?: number | undefined;
  /** 0.95 by default. */
  readonly confidence?: number | undefined;
}

/** The same for each value of a column. */
export interface MeasureAgreementByOptions extends MeasureAgreementOptions {
  /**
   * A column. A second set without it takes part whole in every group. `judge` compares each judge of the first set with the second set, or
   * with all the others.
   */
  readonly by: string;
}

/** What a provider charges, for a million tokens; tokens from its cache count in full, so that a cost is never told too low. */
export interface Price {
  readonly input: number;
  readonly output: number;
  /** ISO 4217, e.g. `USD`. */
  readonly currency: string;
  /** `YYYY-MM-DD`: when the price was read. */
  readonly date: string;
  /** Where it was read: a web address, or `set by the user`. */
  readonly source: string;
}

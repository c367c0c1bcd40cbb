/** A value as it was written, and where. */
export interface GivenValue {
  readonly value: unknown;
  /** For messages: `--limit`, or `run.yaml:3: limit`. */
  readonly origin: string;
}

/** What was written, by the option's name in its table. */
export type GivenValues = Readonly<Record<string, GivenValue>>;

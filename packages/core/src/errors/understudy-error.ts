/** Who can act on an error: the user's input or set-up, the data, a model's engine, or we ourselves. */
export type ErrorParty = 'user' | 'data' | 'engine' | 'bug';

/** What every Understudy error carries. */
export interface ErrorDetails {
  /** Stable, kebab-case, e.g. `gguf-truncated`. Scripts may depend on it. */
  readonly code: string;
  /** What was attempted, on what, and what happened. */
  readonly message: string;
  /** How to go on, as a sentence or a command. */
  readonly hint?: string | undefined;
  /** The values involved; never secrets. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly cause?: unknown;
}

const MARK = Symbol.for('understudy.error');

/** The base of all errors that Understudy raises on purpose. Shown without a stack, unless it is a bug of ours. */
export class UnderstudyError extends Error {
  readonly [MARK] = true;
  readonly party: ErrorParty;
  readonly code: string;
  readonly hint: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;

  constructor(party: ErrorParty, details: ErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.party = party;
    this.code = details.code;
    this.hint = details.hint;
    this.values = details.values ?? {};
  }

  /** True for our errors, also across copies of this package. */
  static isInstance(value: unknown): value is UnderstudyError {
    return typeof value === 'object' && value !== null && MARK in value;
  }
}

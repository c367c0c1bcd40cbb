import { UserError } from '@understudy/core';

/**
 * Why a source gave nothing:
 * - `source-silent`: no answer in time; `source-unreachable`: no connection, or no such host;
 * - `source-refused`: it wants a key or a licence accepted; `source-not-found`: it has no such thing;
 * - `source-failed`: it answered with an error of its own; `source-interrupted`: it broke off, more than once;
 * - `source-unusable`: what it offers is not what was asked for.
 */
export type SourceErrorCode =
  | 'source-silent'
  | 'source-unreachable'
  | 'source-refused'
  | 'source-not-found'
  | 'source-failed'
  | 'source-interrupted'
  | 'source-unusable';

interface SourceErrorDetails {
  readonly code: SourceErrorCode;
  /** What was asked for, without secrets. */
  readonly source: string;
  /** What happened, as the end of a sentence. */
  readonly reason: string;
  readonly hint?: string | undefined;
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  readonly cause?: unknown;
}

/** A source of files did not give what was asked for. Another source may. */
export class SourceError extends UserError {
  declare readonly code: SourceErrorCode;
  /** What happened, in a few words. */
  readonly reason: string;
  readonly status: number | undefined;

  constructor(details: SourceErrorDetails) {
    super({
      code: details.code,
      message: `Could not fetch ${details.source}: ${details.reason}.`,
      hint: details.hint,
      values: { source: details.source },
      cause: details.cause,
    });
    this.reason = details.reason;
    this.status = details.status;
  }
}

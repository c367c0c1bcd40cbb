import { DataError } from '@understudy/core';

interface BattleFileProblem {
  /** `battle-winner-unknown`, `battle-column-missing`, `battle-value-wrong`, `battle-file-malformed`, `battle-file-empty`. */
  readonly code: string;
  readonly path: string;
  /** Counted from one. */
  readonly line?: number | undefined;
  /** What is wrong, as the end of a sentence. */
  readonly problem: string;
  readonly hint: string;
  readonly cause?: unknown;
}

/** The error to raise for a battle file that is not what it should be. */
export function battleFileError({ code, path, line, problem, hint, cause }: BattleFileProblem): DataError {
  const place = line === undefined ? path : `${path}:${line}`;
  const message = `Could not read battles from ${place}: ${problem}.`;
  return new DataError({ code, message, hint, values: { path, line }, cause });
}

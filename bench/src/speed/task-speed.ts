import { documentMs, type Round } from './round.js';

/** What was measured on one benchmark; kept on disk round by round. */
export interface TaskSpeed {
  readonly shots: number;
  /** By contestant. */
  readonly contestants: Readonly<Record<string, ContestantSpeed>>;
  /** What the runtime's plain matrix product reached, before each round, in thousand millions of operations a second. */
  readonly matmulGflops: readonly number[];
  /** Tokens that a computed token attends to, on average. */
  readonly meanContext: number;
}

export interface ContestantSpeed {
  readonly rounds: readonly Round[];
  /** Why there are no more rounds. */
  readonly problem?: string | undefined;
}

/** A value over rounds. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spread(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return { median, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 };
}

/** What one document more costs, in milliseconds. */
export function documentCost({ rounds }: ContestantSpeed): Spread | undefined {
  return spread(rounds.map(documentMs));
}

/** The whole process with the many documents, in milliseconds a document. */
export function wholeCost({ rounds }: ContestantSpeed): Spread | undefined {
  return spread(rounds.map(({ wholeMs, many }) => wholeMs / many.documents));
}

/** Most memory of any round, in bytes. */
export function peakMemory({ rounds }: ContestantSpeed): number | undefined {
  const peaks = rounds.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
  return peaks.length === 0 ? undefined : Math.max(...peaks);
}

import type { EngineCounters } from '@understudy/core';

/** How long some documents took. */
export interface Timing {
  readonly documents: number;
  readonly ms: number;
}

/** One contestant once: the same documents few and many (three times as many), so that what a document costs can be told. */
export interface Round {
  readonly few: Timing;
  readonly many: Timing;
  /** The whole process with the many documents, from its start to its end. */
  readonly wholeMs: number;
  /** Most resident memory of the process tree with the many documents, in bytes. */
  readonly peakBytes?: number | undefined;
  /** Understudy's own counters. */
  readonly counters?: { readonly few: EngineCounters; readonly many: EngineCounters };
  /** Tokens generated for the many documents. */
  readonly generatedTokens?: number | undefined;
}

/** What one document more costs, in milliseconds: the slope between few and many. */
export function documentMs({ few, many }: Pick<Round, 'few' | 'many'>): number {
  return (many.ms - few.ms) / (many.documents - few.documents);
}

/** Something that can be timed on a task. */
export interface Contestant {
  readonly name: string;
  /** How often it runs. */
  readonly rounds: number;
  /** Why it cannot run here; undefined when it can. */
  readonly obstacle: () => string | undefined;
  readonly round: () => Promise<Round>;
}

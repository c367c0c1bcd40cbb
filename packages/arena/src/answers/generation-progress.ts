import type { ModelVersion } from '@understudy/store';

/** How far the answers of a model are. */
export interface GenerationProgress {
  /** Answers that are stored, of before and new. */
  readonly done: number;
  readonly total: number;
  /** Of `done`: those that were stored before. */
  readonly stored: number;
  readonly failed: number;
  readonly promptTokens: number;
  readonly generatedTokens: number;
  /** Sum of the known costs of the new ones, in USD; null while none is known. */
  readonly cost: number | null;
  /** New ones whose cost is not known. */
  readonly unpriced: number;
}

/** An answer that could not be made. The next run tries again, because nothing is stored of it. */
export interface GenerationFailure {
  readonly questionId: string;
  readonly sample: number;
  /** From 1. */
  readonly turn: number;
  readonly code: string;
  readonly message: string;
}

/** How a model's generation ended; `stopped` when it was aborted: what was answered is stored. */
export interface GenerationOutcome {
  readonly version: ModelVersion;
  readonly status: 'finished' | 'stopped';
  readonly progress: GenerationProgress;
  readonly failures: readonly GenerationFailure[];
}

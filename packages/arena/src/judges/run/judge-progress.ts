import type { Judge, JudgementState } from '@understudy/store';

/** How far a judge is. */
export interface JudgeProgress {
  /** Games of the plan with a judgement. */
  readonly done: number;
  readonly total: number;
  /** Of `done`: those that were stored before. */
  readonly stored: number;
  /** Of the new ones, by state. */
  readonly states: Readonly<Record<JudgementState, number>>;
  readonly promptTokens: number;
  readonly generatedTokens: number;
  /** Sum of the known costs of the new ones, in USD; null while none is known. */
  readonly cost: number | null;
  /** New ones whose cost is not known. */
  readonly unpriced: number;
  /** What a thousand judgements cost by those whose cost is known, in USD. */
  readonly costPer1000: number | null;
}

/** How a judge's run ended; `stopped` when it was aborted: what was judged is stored. */
export interface JudgeRunOutcome {
  readonly judge: Judge;
  readonly status: 'finished' | 'stopped';
  readonly progress: JudgeProgress;
}

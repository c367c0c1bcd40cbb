import type { GgufModel } from '@understudy/gguf';
import type { Round } from './round.js';
import { scoringOperations } from './scoring-operations.js';
import { spread, type Spread, type TaskSpeed } from './task-speed.js';

/** How much of the runtime's own speed a run reaches. */
export interface RuntimeShare {
  /** Thousand millions of operations a second, from the difference between few and many documents. */
  readonly gflops: Spread;
  readonly share: Spread;
}

/**
 * Operations of the documents between few and many, divided by the time that they took, beside the plain matrix product of
 * the same round. Undefined for a run without counters or without scored rows.
 */
export function runtimeShare(
  model: GgufModel,
  rounds: readonly Round[],
  { matmulGflops, meanContext }: Pick<TaskSpeed, 'matmulGflops' | 'meanContext'>,
): RuntimeShare | undefined {
  const reached = rounds.flatMap((round) => {
    const operations = operationsBetween(model, round, meanContext);
    return operations === undefined ? [] : [operations / (1e6 * (round.many.ms - round.few.ms))];
  });
  const gflops = spread(reached);
  const share = spread(reached.map((value, at) => value / (matmulGflops[at] ?? matmulGflops.at(-1) ?? Number.NaN)));
  return gflops === undefined || share === undefined ? undefined : { gflops, share };
}

function operationsBetween(model: GgufModel, { counters }: Round, meanContext: number): number | undefined {
  if (counters === undefined || counters.many.scoredRows === 0) return undefined;
  const { few, many } = counters;
  return scoringOperations(model, {
    tokens: many.uniqueTokens - few.uniqueTokens,
    scoredRows: many.scoredRows - few.scoredRows,
    meanContext,
  });
}

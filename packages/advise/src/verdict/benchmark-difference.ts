import type { DocumentScore, ScoredColumn } from '@understudy/evidence';
import type { BasisBenchmark } from '../scores/area-basis.js';
import { cellOf } from '../scores/score-column.js';
import type { BenchmarkDifference } from './area-verdict.js';
import { pairDocuments } from './pair-documents.js';
import { pairedBounds } from './paired-bounds.js';
import type { MeasuredPair } from './shared-columns.js';

/** Reads the scored documents behind a number. */
export type ReadDocuments = (column: ScoredColumn) => Promise<readonly DocumentScore[]>;

/** How two models differ on the documents of a benchmark that both answered. Undefined where they have none in common. */
export async function benchmarkDifference(
  { candidate, reference }: MeasuredPair,
  { id, name, column: { key, setting } }: BasisBenchmark,
  { readDocuments, confidence }: { readonly readDocuments: ReadDocuments; readonly confidence: number },
): Promise<BenchmarkDifference | undefined> {
  const [own, other] = [cellOf(candidate, key), cellOf(reference, key)];
  if (own === undefined || other === undefined) return undefined;
  const { task, metric, filter } = setting;
  const [scores, others] = [
    await readDocuments({ runId: own.runId, task, metric, filter }),
    await readDocuments({ runId: other.runId, task, metric, filter }),
  ];
  const estimate = pairedBounds(pairDocuments(scores, others), confidence);
  if (estimate === undefined) return undefined;
  return { benchmark: id, name, column: key, task, candidateRun: own.runId, referenceRun: other.runId, ...estimate };
}

import type { DocumentScore, ScoredColumn } from '@understudy/evidence';
import type { BasisBenchmark } from '../scores/area-basis.js';
import { cellOf } from '../scores/score-column.js';
import type { BenchmarkDifference } from './area-verdict.js';
import { pairDocuments, type PairedDocument } from './pair-documents.js';
import { pairedBounds } from './paired-bounds.js';
import type { MeasuredPair } from './shared-columns.js';

/** Reads the scored documents behind a number. */
export type ReadDocuments = (column: ScoredColumn) => Promise<readonly DocumentScore[]>;

/**
 * How two models differ on the documents of a benchmark that both answered, all of its tasks taken together so that each document counts the
 * same. Undefined where they have no document in common.
 */
export async function benchmarkDifference(
  { candidate, reference }: MeasuredPair,
  { id, name, columns }: BasisBenchmark,
  { readDocuments, confidence }: { readonly readDocuments: ReadDocuments; readonly confidence: number },
): Promise<BenchmarkDifference | undefined> {
  const pairs: PairedDocument[] = [];
  const used: BenchmarkDifference['columns'][number][] = [];
  for (const { key, setting } of columns) {
    const [own, other] = [cellOf(candidate, key), cellOf(reference, key)];
    if (own === undefined || other === undefined) continue;
    const { task, metric, filter } = setting;
    const [scores, others] = await Promise.all(
      [own, other].map(({ runId }) => readDocuments({ runId, task, metric, filter })),
    );
    pairs.push(...pairDocuments(scores ?? [], others ?? []));
    used.push({ key, task, candidateRun: own.runId, referenceRun: other.runId });
  }
  const estimate = pairedBounds(pairs, confidence);
  return estimate && { benchmark: id, name, columns: used, ...estimate };
}

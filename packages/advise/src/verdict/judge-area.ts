import type { BoardRow, Leaderboard } from '@understudy/evidence';
import type { PublishedComparison } from '../published/published-comparison.js';
import type { AreaBasis } from '../scores/area-basis.js';
import { scoreColumns } from '../scores/score-column.js';
import { measuredVerdict, type AreaVerdict, type NoVerdictReason } from './area-verdict.js';
import { benchmarkDifference, type ReadDocuments } from './benchmark-difference.js';
import { sharedColumns } from './shared-columns.js';

/** What a verdict on one area is made of. */
export interface JudgedArea {
  readonly candidate: BoardRow | undefined;
  readonly reference: BoardRow | undefined;
  readonly basis: AreaBasis;
  readonly board: Leaderboard;
  /** Of the pair. */
  readonly published: readonly PublishedComparison[];
  readonly margin: number;
  readonly confidence: number;
  readonly readDocuments: ReadDocuments;
}

/** The verdict on a model in one area: of our own samples where both have some in one setting, else what was published, else nothing. */
export async function judgeArea(judged: JudgedArea): Promise<AreaVerdict> {
  const { candidate, reference, basis, board, margin } = judged;
  const { area } = basis;
  if (reference === undefined || !isMeasured(reference, judged))
    return withoutVerdict(judged, 'reference-not-measured');
  if (candidate === undefined || !isMeasured(candidate, judged))
    return withoutVerdict(judged, 'candidate-not-measured');
  const { benchmarks, notShared } = sharedColumns({ candidate, reference }, basis, board);
  if (benchmarks.length === 0) return withoutVerdict(judged, 'no-common-setting');
  const differences = await Promise.all(
    benchmarks.map((benchmark) => benchmarkDifference({ candidate, reference }, benchmark, judged)),
  );
  const found = differences.filter((difference) => difference !== undefined);
  if (found.length === 0) return withoutVerdict(judged, 'no-common-documents');
  return measuredVerdict(found, { area, margin, notShared });
}

function isMeasured({ cells }: BoardRow, { board, basis }: JudgedArea): boolean {
  const keys = new Set(scoreColumns(board, basis.area).map(({ key }) => key));
  return cells.some(({ column }) => keys.has(column));
}

function withoutVerdict({ published, basis: { area } }: JudgedArea, because: NoVerdictReason): AreaVerdict {
  const ofArea = published.filter((comparison) => comparison.area === area);
  return ofArea.length > 0
    ? { kind: 'published-figures-only', area, because, published: ofArea }
    : { kind: 'not-measured', area, because };
}

import type { Area } from '@understudy/catalog';
import type { BoardRow, Leaderboard } from '@understudy/evidence';
import type { AreaBasis, BasisBenchmark } from '../scores/area-basis.js';
import { groupBy } from '../scores/group-by.js';
import { cellOf, scoreColumns } from '../scores/score-column.js';

/** Two measured models. */
export interface MeasuredPair {
  readonly candidate: BoardRow;
  readonly reference: BoardRow;
}

/** Columns that both models have, by benchmark, and the benchmarks that only one has. */
export interface SharedColumns {
  readonly benchmarks: readonly BasisBenchmark[];
  /** Names. */
  readonly notShared: readonly string[];
}

/**
 * The columns of an area on which two models are compared: those of the basis that both have; where they share none of it, whatever they share,
 * of each task the column over most documents.
 */
export function sharedColumns(pair: MeasuredPair, basis: AreaBasis, board: Leaderboard): SharedColumns {
  const ofBasis = basis.benchmarks.map((benchmark) => onlyShared(benchmark, pair)).filter(hasColumns);
  const benchmarks = ofBasis.length > 0 ? ofBasis : anyShared(pair, basis.area, board);
  const shared = new Set(benchmarks.map(({ id }) => id));
  return { benchmarks, notShared: basis.benchmarks.filter(({ id }) => !shared.has(id)).map(({ name }) => name) };
}

function onlyShared(benchmark: BasisBenchmark, { candidate, reference }: MeasuredPair): BasisBenchmark {
  const columns = benchmark.columns.filter(({ key }) => [candidate, reference].every((row) => cellOf(row, key)));
  return { ...benchmark, columns };
}

function hasColumns({ columns }: BasisBenchmark): boolean {
  return columns.length > 0;
}

function anyShared(pair: MeasuredPair, area: Area, board: Leaderboard): readonly BasisBenchmark[] {
  const columns = [...groupBy(scoreColumns(board, area), ({ setting }) => setting.task).values()].flatMap(
    (settings) => {
      const shared = settings.filter(({ key }) => cellOf(pair.candidate, key) && cellOf(pair.reference, key));
      return shared.toSorted((a, b) => b.setting.documents - a.setting.documents).slice(0, 1);
    },
  );
  return [...groupBy(columns, ({ benchmark }) => benchmark.id)].map(([id, of]) => ({
    id,
    name: of[0]?.benchmark.name ?? id,
    columns: of,
  }));
}

import type { BoardCell, BoardColumn } from '@understudy/evidence';
import type { AreaBasis } from '../scores/area-basis.js';
import type { AreaScore } from '../scores/area-score.js';

/** A number behind a score, with its column. */
export interface ScoredCell {
  readonly cell: BoardCell;
  readonly column: BoardColumn;
}

/** The cells that a model's scores are made of, each once, with their columns. */
export function scoredCells({
  scores,
  bases,
}: {
  readonly scores: readonly AreaScore[];
  readonly bases: readonly AreaBasis[];
}): readonly ScoredCell[] {
  const columns = new Map(
    bases.flatMap(({ benchmarks }) => benchmarks.map(({ column }) => [column.key, column] as const)),
  );
  const cells = new Map(scores.flatMap(({ parts }) => parts.map(({ cell }) => [cell.column, cell])));
  return [...cells.values()].flatMap((cell) => {
    const column = columns.get(cell.column);
    return column === undefined ? [] : [{ cell, column }];
  });
}

import type { BoardCell, BoardRow } from '@understudy/evidence';
import { cellOf } from '../scores/score-column.js';
import type { ScoredCell } from './scored-cells.js';
import type { WeakSpot } from './weak-spot.js';

/** Where documents failed among the numbers of a model's scores, and among the reference's numbers in the same columns. */
export function findFailedSpots(cells: readonly ScoredCell[], reference: BoardRow | undefined): readonly WeakSpot[] {
  return cells.flatMap(({ cell, column: { key, setting } }) => {
    const { task, documents } = setting;
    const spotOf = (of: 'candidate' | 'reference', number: BoardCell | undefined): readonly WeakSpot[] =>
      number === undefined || number.failed === 0
        ? []
        : [{ code: 'failed-documents', of, task, failed: number.failed, documents }];
    return [...spotOf('candidate', cell), ...spotOf('reference', reference && cellOf(reference, key))];
  });
}

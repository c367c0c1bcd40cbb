import { expect, it } from 'vitest';
import { areaScore } from '../scores/area-score.js';
import { toBenchmark } from '../scores/area-basis.js';
import { fakeBenchmark, fakeColumn, fakeRow } from '../testing/fake-evidence.js';
import { findFailedSpots } from './find-failed-spots.js';
import { scoredCells } from './scored-cells.js';

const whole = fakeColumn(fakeBenchmark('whole'));
const broken = fakeColumn(fakeBenchmark('broken'), { documents: 200, documentsTotal: 200 });
const basis = { area: 'knowledge' as const, benchmarks: [whole, broken].map(toBenchmark) };

/** A model with numbers in both columns, and so many failed documents in the second. */
function row(identity: string, failed: number) {
  const made = fakeRow(identity, [
    [whole, 50],
    [broken, 60],
  ]);
  return { ...made, cells: made.cells.map((cell) => (cell.column === broken.key ? { ...cell, failed } : cell)) };
}

/** Spots of a model of which so many documents failed, beside a reference of which so many did. */
function spots(failed: number, ofReference: number) {
  const score = areaScore(row('model', failed), basis);
  const cells = scoredCells({ scores: score === undefined ? [] : [score], bases: [basis] });
  return findFailedSpots(cells, row('reference', ofReference));
}

it('failed documents of the model and of the reference are told by task, and nothing where all were answered', () => {
  const spot = { code: 'failed-documents', task: 'broken', documents: 200 };
  expect(spots(0, 0)).toEqual([]);
  expect(spots(120, 0)).toEqual([{ ...spot, of: 'candidate', failed: 120 }]);
  expect(spots(120, 3)).toEqual([
    { ...spot, of: 'candidate', failed: 120 },
    { ...spot, of: 'reference', failed: 3 },
  ]);
});

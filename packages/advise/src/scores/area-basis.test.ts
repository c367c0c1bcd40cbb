import { describe, expect, it } from 'vitest';
import { fakeBenchmark, fakeBoard, fakeColumn, fakeRow } from '../testing/fake-evidence.js';
import { areaBasis } from './area-basis.js';
import { areaScore } from './area-score.js';
import { weightedScore } from './weighted-score.js';

const [arc, boolq, mmlu] = ['arc', 'boolq', 'mmlu'].map((id) => fakeBenchmark(id));
const [arcColumn, boolqColumn, mmluColumn] = [arc!, boolq!, mmlu!].map((benchmark) => fakeColumn(benchmark));
const shots = fakeColumn(arc!, { numFewshot: 25 });
const columns = [arcColumn!, shots, boolqColumn!, mmluColumn!];

function keysOf(rows: Parameters<typeof fakeBoard>[1], reference = rows[0]): readonly string[] {
  const basis = areaBasis(fakeBoard(columns, rows), 'knowledge', { candidates: rows.slice(1), reference });
  return basis.benchmarks.map(({ column }) => column.key);
}

describe('the basis of an area', () => {
  it('is the largest block of tasks that candidates have without a gap', () => {
    const rows = [
      fakeRow('reference', [
        [arcColumn!, 50],
        [boolqColumn!, 50],
        [mmluColumn!, 50],
      ]),
      ...['a', 'b', 'c'].map((id) =>
        fakeRow(id, [
          [arcColumn!, 50],
          [boolqColumn!, 50],
        ]),
      ),
      fakeRow('d', [[mmluColumn!, 50]]),
    ];
    expect(keysOf(rows)).toEqual([arcColumn!.key, boolqColumn!.key]);
  });

  it('takes of one task only the setting that most have, and that the reference has', () => {
    const others = ['a', 'b'].map((id) => fakeRow(id, [[shots, 50]]));
    const both = fakeRow('c', [
      [arcColumn!, 50],
      [shots, 50],
    ]);
    expect(keysOf([fakeRow('reference', []), ...others, both])).toEqual([shots.key]);
    expect(keysOf([fakeRow('reference', [[arcColumn!, 50]]), ...others, both])).toEqual([arcColumn!.key]);
  });

  it('is empty where no candidate was measured', () => {
    expect(keysOf([fakeRow('reference', [[arcColumn!, 50]])])).toEqual([]);
  });
});

describe('scores', () => {
  const row = fakeRow('a', [
    [arcColumn!, 60],
    [boolqColumn!, 80],
  ]);
  const board = fakeBoard(columns, [row]);
  const basis = areaBasis(board, 'knowledge', { candidates: [row], reference: undefined });

  it('of an area are the mean over its benchmarks, with every number they stand on', () => {
    const score = areaScore(row, basis);
    expect(score?.estimate).toBeCloseTo(0.7, 12);
    expect(score?.documents).toBe(200);
    expect(score?.parts.map(({ cell }) => cell.runId)).toEqual(['run-a', 'run-a']);
    expect(areaScore(fakeRow('b', [[arcColumn!, 60]]), basis)).toBeUndefined();
  });

  it('of areas that share a benchmark count it as one measurement', () => {
    const knowledge = areaScore(row, basis)!;
    const science = { ...knowledge, area: 'science' as const };
    const weights = [
      { area: 'knowledge' as const, weight: 0.5 },
      { area: 'science' as const, weight: 0.5 },
    ];
    // The same documents twice tell no more than once.
    expect(weightedScore([knowledge, science], weights)?.interval.lower).toBeCloseTo(knowledge.interval.lower, 12);
  });

  it('tell which part of the weights they cover', () => {
    const weights = [
      { area: 'knowledge' as const, weight: 1 },
      { area: 'safety' as const, weight: 3 },
    ];
    expect(weightedScore([areaScore(row, basis)!], weights)).toMatchObject({ coverage: 0.25, missing: ['safety'] });
    expect(weightedScore([], weights)).toBeUndefined();
  });
});

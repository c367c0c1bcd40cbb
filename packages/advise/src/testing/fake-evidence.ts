import type { Area, Benchmark } from '@understudy/catalog';
import type { BoardCell, BoardColumn, BoardRow, Leaderboard } from '@understudy/evidence';
import { wilsonInterval } from '@understudy/statistics';
import type { AreaScore } from '../scores/area-score.js';

/** A benchmark of one task of the same name, for tests. */
export function fakeBenchmark(id: string, areas: Benchmark['areas'] = ['knowledge']): Benchmark {
  return { id, name: id, areas, languages: ['en'], tasks: [id], publishedAs: [id], chance: null, sources: ['made up'] };
}

/** A column of the benchmark's task over a hundred documents. */
export function fakeColumn(
  benchmark: Benchmark,
  changes: Partial<BoardColumn['setting']> = {},
): BoardColumn & { benchmark: Benchmark } {
  const setting = {
    task: benchmark.id,
    version: '1',
    numFewshot: 0,
    metric: 'acc',
    filter: 'none',
    usesChatTemplate: false,
    documents: 100,
    documentsTotal: 100,
    rest: '',
    ...changes,
  };
  return {
    key: `${setting.task}~${setting.numFewshot}~${setting.documents}`,
    setting,
    benchmark,
    area: benchmark.areas[0],
    higherIsBetter: true,
    isProportion: true,
    isShare: true,
    isGroup: false,
    isPrimary: true,
    models: 1,
  };
}

/** A number of so many right answers. */
export function fakeCell(
  column: BoardColumn,
  identity: string,
  successes: number,
  count = column.setting.documents,
): BoardCell {
  const interval = wilsonInterval({ successes, count });
  return {
    column: column.key,
    identity,
    runId: `run-${identity}`,
    value: successes / count,
    standardError: null,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    count,
    failed: 0,
    measuredAt: 0,
    otherRuns: [],
    isUnderpowered: null,
    contamination: [],
  };
}

/** A line of a model without a card: right answers by column. */
export function fakeRow(identity: string, numbers: readonly (readonly [BoardColumn, number])[]): BoardRow {
  return {
    model: {
      identity,
      name: identity,
      spec: identity,
      remote: undefined,
      card: undefined,
      obligations: undefined,
      quantization: undefined,
    },
    cells: numbers.map(([column, successes]) => fakeCell(column, identity, successes)),
    areas: [],
  };
}

/** A board of lines. */
export function fakeBoard(columns: readonly BoardColumn[], rows: readonly BoardRow[]): Leaderboard {
  return { columns, areas: [], rows };
}

/** An area's score with a symmetric interval. */
export function fakeScore(area: Area, estimate: number, halfWidth: number): AreaScore {
  return {
    area,
    estimate,
    interval: { lower: estimate - halfWidth, upper: estimate + halfWidth },
    parts: [],
    documents: 100,
  };
}

import { describe, expect, test } from 'vitest';
import { readBoardSearch } from './board-search.js';
import type { Board, BoardColumn, BoardModel, BoardRow } from './calls.js';
import { filterRows } from './filter-rows.js';
import { rankRanges } from './rank-ranges.js';
import { shownColumns } from './shown-columns.js';
import { boardOrder, sortRows } from './sort-rows.js';

const MODEL: BoardModel = {
  identity: '0',
  name: 'Oak 7B',
  card: 'oak-7b',
  family: 'oak',
  familyName: 'Oak',
  developer: 'Trees',
  kind: 'chat',
  released: '2023-07-18',
  parameters: 6_738_415_616,
  licence: 'Apache-2.0',
  commercialUse: 'yes',
  decidedBy: [],
  weights: 'gated',
  languages: ['en'],
  quantization: 'Q4_1',
};
const UNKNOWN: BoardModel = {
  ...MODEL,
  name: 'stranger',
  card: null,
  family: null,
  familyName: null,
  developer: null,
  released: null,
  parameters: null,
  commercialUse: null,
  weights: null,
  languages: [],
  quantization: null,
};

function row(model: Partial<BoardModel>, values: Readonly<Record<string, number>> = {}): BoardRow {
  const measured = {
    standardError: null,
    lower: null,
    upper: null,
    count: 10,
    measuredAt: 0,
    failed: 0,
    isUnderpowered: false,
  };
  const cells = Object.entries(values).map(([column, value]) => ({
    ...measured,
    column,
    value,
    runId: 'r',
    findings: [],
  }));
  return { model: { ...MODEL, ...model }, cells, areas: [] };
}

const COLUMN: BoardColumn = {
  key: 'arc-0',
  area: 'science',
  benchmark: null,
  task: 'arc_easy',
  version: '1.0',
  numFewshot: 0,
  metric: 'acc',
  filter: 'none',
  usesChatTemplate: false,
  documents: 10,
  documentsTotal: 10,
  rest: '',
  higherIsBetter: true,
  isShare: true,
  isGroup: false,
  models: 2,
};
const BOARD: Board = {
  columns: [
    COLUMN,
    { ...COLUMN, key: 'arc-25', numFewshot: 25, models: 5 },
    { ...COLUMN, key: 'sciq', task: 'sciq' },
    { ...COLUMN, key: 'ppl', task: 'wikitext', area: null, higherIsBetter: false, isShare: false },
  ],
  areas: [{ area: 'science', columns: ['arc-0', 'sciq'] }],
  findings: [],
  rows: [
    row({ name: 'a' }, { 'arc-0': 0.5, ppl: 9 }),
    row({ name: 'b' }, { 'arc-0': 0.7, ppl: 12 }),
    row({ name: 'c' }),
  ],
};

const namesBy = (search: Parameters<typeof boardOrder>[2]): string => {
  const { columns } = shownColumns(BOARD, search);
  return sortRows(BOARD.rows, boardOrder(BOARD.rows, columns, search))
    .map(({ model }) => model.name)
    .join('');
};

const around = (value: number, half: number) => ({ value, lower: value - half, upper: value + half });

describe('an address', () => {
  test('keeps what is chosen', () => {
    const search = { area: 'science', settings: ['arc-25', 7], commercial: 'conditional', least: 3, since: '2023-07' };
    expect(readBoardSearch(search)).toEqual({ ...search, settings: ['arc-25', '7'] });
  });

  test('loses what is mistyped or unknown', () => {
    const search = { commercial: 'maybe', least: -1, most: 'big', since: '2023-13', until: 2023, reverse: 'yes', x: 1 };
    expect(readBoardSearch(search)).toEqual({});
  });
});

describe('models are left out', () => {
  test.each([
    [{ commercial: 'yes' } as const, { commercialUse: 'conditional' } as const, {}],
    [
      { commercial: 'conditional' } as const,
      { commercialUse: 'no' } as const,
      { commercialUse: 'conditional' } as const,
    ],
    [{ weights: 'open' } as const, { weights: 'closed' } as const, { weights: 'gated' } as const],
    [{ weights: 'closed' } as const, {}, { weights: 'unreleased' } as const],
    [{ family: 'oak' }, { family: 'elm' }, {}],
    [{ language: 'zh' }, {}, { languages: ['en', 'zh'] }],
    [{ quantization: 'Q4_1' }, { quantization: 'F16' }, {}],
    [{ least: 6.8 }, {}, { parameters: 6.8e9 }],
    [{ most: 6.7 }, {}, { parameters: 6.7e9 }],
    [{ since: '2023-08' }, {}, { released: '2023-08' }],
    [{ until: '2023-06' }, {}, { released: '2023-06-30' }],
    [{ search: 'trees OAK' }, { developer: 'Others' }, {}],
  ])('%j leaves out %j and keeps %j', (search, out, kept) => {
    const rows = [row(out), row(kept), row(UNKNOWN)];
    expect(filterRows(rows, search)).toEqual({ rows: [rows[1]], unknown: 'search' in search ? 0 : 1 });
  });

  test('a model of many languages that are not named may know the wanted one', () => {
    expect(filterRows([row({ languages: ['en', 'multi'] })], { language: 'sw' })).toEqual({ rows: [], unknown: 1 });
  });

  test('an unread licence is unknown, not forbidden; what is ruled out otherwise is not counted as unknown', () => {
    const rows = [row({ commercialUse: 'unknown' }), row({ commercialUse: 'unknown', parameters: 1e12 })];
    expect(filterRows(rows, { commercial: 'yes', most: 100 })).toEqual({ rows: [], unknown: 1 });
  });
});

describe('columns', () => {
  test('are areas, until one is chosen; then its tasks, one setting each: that of the area, or the one chosen', () => {
    expect(shownColumns(BOARD, {}).columns.map(({ key }) => key)).toEqual(['science']);
    const usual = shownColumns(BOARD, { area: 'science' });
    expect(usual.columns.map(({ key }) => key)).toEqual(['arc-0', 'sciq']);
    expect(usual.choices.map(({ task, columns }) => [task, columns.map(({ key }) => key)])).toEqual([
      ['arc_easy', ['arc-0', 'arc-25']],
    ]);
    const chosen = shownColumns(BOARD, { area: 'science', settings: ['arc-25', 'no-such'] });
    expect(chosen.columns.map(({ key }) => key)).toEqual(['arc-25', 'sciq']);
    expect(shownColumns(BOARD, { area: 'other' }).columns.map(({ key }) => key)).toEqual(['ppl']);
  });
});

describe('rows', () => {
  test('begin with the best, also where less is better; those without a number come last in either direction', () => {
    expect(namesBy({ area: 'science' })).toBe('bac');
    expect(namesBy({ area: 'science', reverse: true })).toBe('abc');
    expect(namesBy({ area: 'other' })).toBe('abc');
    expect(namesBy({ area: 'other', reverse: true })).toBe('bac');
    expect(namesBy({ area: 'science', sort: 'name', reverse: true })).toBe('cba');
    expect(namesBy({ area: 'science', sort: 'constructor' })).toBe('bac');
  });
});

describe('ranks', () => {
  test('are ranges where intervals overlap', () => {
    const cells = [around(0.9, 0.01), around(0.7, 0.05), around(0.68, 0.05), around(0.5, 0.01), undefined];
    const ranges = rankRanges(cells, true);
    expect(ranges.map((range) => range && [range.best, range.worst])).toEqual([
      [1, 1],
      [2, 3],
      [2, 3],
      [4, 4],
      undefined,
    ]);
    const reversed = rankRanges(cells, false);
    expect(reversed.map((range) => range && [range.best, range.worst])).toEqual([
      [4, 4],
      [2, 3],
      [2, 3],
      [1, 1],
      undefined,
    ]);
  });

  test('are not given to numbers without an interval, which leave those of others alone', () => {
    const cells = [around(0.9, 0.01), { value: 0.95, lower: null, upper: null }, around(0.5, 0.01)];
    expect(rankRanges(cells, true)).toEqual([{ best: 1, worst: 1 }, undefined, { best: 2, worst: 2 }]);
  });
});

import type { BoardSearch } from './board-search.js';
import type { AreaName, Board, BoardCell, BoardColumn, BoardRow } from './calls.js';

/** The place of tasks that belong to no area. */
export const OTHER = 'other';

/** A column as it is shown: an area, or a task in one setting. */
export interface ShownColumn {
  /** The area, or the key of the column. */
  readonly key: string;
  readonly area: AreaName | null;
  /** The setting; null for an area. */
  readonly column: BoardColumn | null;
  /** Of an area what its mean is made of; of a task itself. */
  readonly parts: readonly BoardColumn[];
  /** Whether values are shares, 0 to 1. */
  readonly isShare: boolean;
  /** Unknown counts as true: most metrics are so. */
  readonly higherIsBetter: boolean;
  readonly cellOf: (row: BoardRow) => BoardCell | undefined;
}

/** Settings of one task among which one is shown. */
export interface SettingChoice {
  readonly task: string;
  readonly columns: readonly BoardColumn[];
  readonly chosen: BoardColumn;
}

function areaColumn({ area, columns }: Board['areas'][number], board: Board): ShownColumn {
  const parts = board.columns.filter(({ key }) => columns.includes(key));
  return {
    key: area,
    area,
    column: null,
    parts,
    isShare: parts.every((part) => part.isShare),
    higherIsBetter: !parts.every((part) => part.higherIsBetter === false),
    cellOf: (row) => {
      const cell = row.areas.find((each) => each.area === area);
      const behind = row.cells.filter(({ column }) => columns.includes(column));
      return cell && { ...cell, runId: null, failed: behind.reduce((sum, { failed }) => sum + failed, 0) };
    },
  };
}

function taskColumn(column: BoardColumn): ShownColumn {
  return {
    key: column.key,
    area: column.area,
    column,
    parts: [column],
    isShare: column.isShare,
    higherIsBetter: column.higherIsBetter !== false,
    cellOf: (row) => row.cells.find((cell) => cell.column === column.key),
  };
}

/** Columns under an area, in the order of the board; those of several settings of one task together. */
function choicesOf(board: Board, search: BoardSearch): readonly SettingChoice[] {
  const area = search.area === OTHER ? null : search.area;
  const columns = board.columns.filter((column) => column.area === area);
  const usual = new Set(board.areas.flatMap((each) => each.columns));
  return [...new Set(columns.map(({ task }) => task))].flatMap((task) => {
    const settings = columns.filter((column) => column.task === task);
    const [most] = settings.toSorted((a, b) => b.models - a.models);
    const chosen =
      settings.find(({ key }) => search.settings?.includes(key)) ?? settings.find(({ key }) => usual.has(key)) ?? most;
    return chosen === undefined ? [] : [{ task, columns: settings, chosen }];
  });
}

/** What is shown: areas, or the tasks of one of them, each task in one setting. */
export function shownColumns(
  board: Board,
  search: BoardSearch,
): { readonly columns: readonly ShownColumn[]; readonly choices: readonly SettingChoice[] } {
  if (search.area === undefined) {
    return { columns: board.areas.map((area) => areaColumn(area, board)), choices: [] };
  }
  const choices = choicesOf(board, search);
  return {
    columns: choices.map(({ chosen }) => taskColumn(chosen)),
    choices: choices.filter(({ columns }) => columns.length > 1),
  };
}

/** Places that have tasks, in the order of the board: areas, then what belongs to none. */
export function areasWithTasks(board: Board): readonly (AreaName | typeof OTHER)[] {
  return [...new Set(board.columns.map(({ area }) => area ?? OTHER))];
}

import type { BoardSearch } from './board-search.js';
import type { BoardRow } from './calls.js';
import type { ShownColumn } from './shown-columns.js';

/** What rows can be sorted by besides measured numbers, and which way round at first. */
const FACTS: Readonly<Record<string, (row: BoardRow) => string | number | null>> = {
  name: ({ model }) => model.name.toLowerCase(),
  parameters: ({ model }) => model.parameters,
  released: ({ model }) => model.released,
};

/** How rows are ordered. */
export interface BoardOrder {
  readonly key: string;
  /** The column, where it is by a measured number. */
  readonly column: ShownColumn | undefined;
  /** Whether numbers grow from above downwards. */
  readonly isAscending: boolean;
}

/** The order that the address asks for, else by the column that most of the rows have, the best first. */
export function boardOrder(
  rows: readonly BoardRow[],
  columns: readonly ShownColumn[],
  search: BoardSearch,
): BoardOrder {
  const { sort } = search;
  const reverse = search.reverse === true;
  if (sort !== undefined && Object.hasOwn(FACTS, sort)) {
    return { key: sort, column: undefined, isAscending: !reverse };
  }
  const filled = (column: ShownColumn): number => rows.filter((row) => column.cellOf(row) !== undefined).length;
  const column = columns.find(({ key }) => key === sort) ?? columns.toSorted((a, b) => filled(b) - filled(a))[0];
  if (column === undefined) return { key: 'name', column: undefined, isAscending: !reverse };
  return { key: column.key, column, isAscending: column.higherIsBetter === reverse };
}

/** Rows in an order; those without a value come last, whichever way round, and equal ones by name. */
export function sortRows(rows: readonly BoardRow[], { key, column, isAscending }: BoardOrder): readonly BoardRow[] {
  const fact = FACTS[key];
  const valueOf = (row: BoardRow): string | number | null =>
    column === undefined ? (fact?.(row) ?? null) : (column.cellOf(row)?.value ?? null);
  const direction = isAscending ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [first, second] = [valueOf(a), valueOf(b)];
    if (first === second) return a.model.name.localeCompare(b.model.name);
    if (first === null) return 1;
    if (second === null) return -1;
    return (first < second ? -1 : 1) * direction;
  });
}

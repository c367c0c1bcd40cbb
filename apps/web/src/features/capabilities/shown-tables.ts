import type { CapabilityColumn, CapabilityRow, Reference } from './calls.js';
import { ORIGINS, type Origin } from './capability-search.js';

/** A table of a benchmark, as a line of the page. */
export interface ShownTable {
  readonly row: CapabilityRow;
  readonly column: CapabilityColumn;
}

/** How many references a table has beside an open model. */
function countVerdicts({ verdicts }: CapabilityColumn): number {
  return Object.values(verdicts).filter((verdict) => verdict !== null).length;
}

/** The table that says most: the first that holds an open model against both references, else against one, else the first. */
export function bestTable(columns: readonly CapabilityColumn[]): CapabilityColumn | undefined {
  const first = (count: number) => columns.find((column) => countVerdicts(column) === count);
  return first(2) ?? first(1) ?? columns[0];
}

/** The tables that are shown of each benchmark: published ones and measured ones never in one line. */
export function shownTables(
  rows: readonly CapabilityRow[],
  { origin, all }: { readonly origin: Origin | undefined; readonly all: boolean },
): readonly ShownTable[] {
  const origins = ORIGINS.filter((each) => origin === undefined || each === origin);
  return rows.flatMap((row) =>
    origins.flatMap((each) => {
      const columns = row.columns.filter((column) => column.origin === each);
      const best = bestTable(columns);
      const shown = all ? columns : best === undefined ? [] : [best];
      return shown.map((column) => ({ row, column }));
    }),
  );
}

/** What a benchmark's tables of one origin say against a reference: the first that has both an open model and it. */
export function verdictOf(row: CapabilityRow, origin: Origin, reference: Reference): ShownTable | undefined {
  const column = row.columns.find((each) => each.origin === origin && each.verdicts[reference] !== null);
  return column === undefined ? undefined : { row, column };
}

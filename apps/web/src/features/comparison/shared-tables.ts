import type { CatalogModel, ScoreTable } from '../model/calls.js';

/** A published table that has several of the models compared. */
export interface SharedTable {
  readonly table: ScoreTable;
  /** In the order of the models; null: the table does not have it. The best, where a table has a model twice. */
  readonly values: readonly (number | null)[];
  /** The best of these. */
  readonly best: number;
}

/** The tables in which at least two of the models stand: only there may their numbers be compared. */
export function sharedTables(bodies: readonly CatalogModel[]): readonly SharedTable[] {
  const tables = new Map(bodies.flatMap((body) => body.tables.map((table) => [table.table, table] as const)));
  return [...tables.values()]
    .map((table) => {
      // The scores of a table come the best first.
      const values = bodies.map(({ card }) => table.scores.find(({ modelId }) => modelId === card.id)?.value ?? null);
      const known = values.filter((value) => value !== null);
      return { table, values, known, best: table.higherIsBetter ? Math.max(...known) : Math.min(...known) };
    })
    .filter(({ known }) => known.length > 1)
    .map(({ table, values, best }) => ({ table, values, best }))
    .toSorted((a, b) => a.table.benchmark.localeCompare(b.table.benchmark));
}

import type { Messages } from '../../messages/messages.js';
import type { CapabilityCell } from '../../plots/capability-plot.js';
import { type CapabilityRow, REFERENCES } from './calls.js';
import { type Origin, ORIGINS } from './capability-search.js';
import { formatDifference } from './format-value.js';
import { verdictOf } from './shown-tables.js';
import { leaning, VERDICT_SIGNS } from './verdict-signs.js';

/** The picture of the map: its columns, rows and cells. */
export interface CapabilityPicture {
  readonly against: readonly string[];
  readonly benchmarks: readonly { readonly name: string; readonly area: string }[];
  readonly cells: readonly CapabilityCell[];
}

/** What the picture shows: benchmarks that have at least one verdict, against both references, by published numbers and by ours. */
export function capabilityPicture(
  rows: readonly CapabilityRow[],
  origin: Origin | undefined,
  { capabilities, areas }: Pick<Messages, 'capabilities' | 'areas'>,
): CapabilityPicture {
  const columns = ORIGINS.filter((each) => origin === undefined || each === origin).flatMap((each) =>
    REFERENCES.map((reference) => ({
      origin: each,
      reference,
      name: capabilities.against(capabilities.references[reference], capabilities.origins[each]),
    })),
  );
  const cells = rows.flatMap((row) =>
    columns.flatMap(({ origin: from, reference, name }): CapabilityCell[] => {
      const table = verdictOf(row, from, reference);
      const verdict = table?.column.verdicts[reference];
      if (table === undefined || verdict === null || verdict === undefined) return [];
      const difference = formatDifference(verdict.difference, table.column);
      return [
        {
          benchmark: row.benchmark.name,
          area: areas[row.area],
          against: name,
          text: `${VERDICT_SIGNS[verdict.kind]} ${difference} ${table.column.bestOpen?.label ?? ''}`,
          leaning: leaning(verdict),
        },
      ];
    }),
  );
  const shown = new Set(cells.map(({ benchmark }) => benchmark));
  // A column of which nothing is known says less than its absence.
  const filled = columns.filter(({ name }) => cells.some(({ against }) => against === name));
  return {
    against: filled.map(({ name }) => name),
    benchmarks: rows
      .filter(({ benchmark }) => shown.has(benchmark.name))
      .map(({ benchmark, area }) => ({ name: benchmark.name, area: areas[area] })),
    cells,
  };
}

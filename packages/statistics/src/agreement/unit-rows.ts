import type { Clusters } from '../comparisons/comparisons.js';
import type { Measure, Weighting } from './measure.js';
import type { UnitRows } from './row-bootstrap.js';

/** Where a measure's numbers stand in a row. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One row a kind of item, the rows of all measures side by side. */
export function layOut<Item>(
  kinds: readonly Item[],
  measures: readonly Measure<Item>[],
  weighting: Weighting,
): { readonly width: number; readonly rows: Float64Array; readonly spans: readonly Span[] } {
  const parts = measures.map((measure) => kinds.map((kind) => measure.row(kind, weighting)));
  const spans: Span[] = [];
  let width = 0;
  for (const part of parts) {
    const length = part.reduce((longest, row) => Math.max(longest, row.length), 1);
    spans.push({ start: width, end: width + length });
    width += length;
  }
  const rows = new Float64Array(kinds.length * width);
  for (const [index, part] of parts.entries())
    for (const [kind, row] of part.entries()) rows.set(row, kind * width + spans[index]!.start);
  return { width, rows, spans };
}

/** One row a cluster: those of its items, added. */
export function clusterRows({ width, rows, rowOf }: UnitRows, clusters: Clusters): UnitRows {
  const added = new Float64Array(clusters.count * width);
  for (const [item, row] of rowOf.entries()) {
    const at = clusters.of[item]! * width;
    for (let column = 0; column < width; column += 1) added[at + column]! += rows[row * width + column]!;
  }
  return { width, rows: added, rowOf: Int32Array.from({ length: clusters.count }, (_, cluster) => cluster) };
}

/** Without the units that have no part in any measure: they say nothing about agreement. */
export function comparableUnits({ width, rows, rowOf }: UnitRows): UnitRows {
  const counts = Uint8Array.from({ length: rows.length / width }, (_, row) =>
    rows.subarray(row * width, (row + 1) * width).every((number) => number === 0) ? 0 : 1,
  );
  return { width, rows, rowOf: rowOf.filter((row) => counts[row] === 1) };
}

/** Number of units whose row has something in a column. */
export function unitsWith({ width, rows, rowOf }: UnitRows, column: number): number {
  return rowOf.reduce((units, row) => (rows[row * width + column]! > 0 ? units + 1 : units), 0);
}

import { AREAS, type Benchmark, type Catalog, type PublishedScore } from '@understudy/catalog';
import type { Measurements } from '../measurements/measurements.js';
import type { CapabilityColumn, CapabilityMap, CapabilityRow } from './capability-map.js';
import { compareColumns } from './compare-columns.js';
import { compareScores } from './capability-verdict.js';
import { measuredColumns } from './measured-columns.js';
import { publishedColumns } from './published-columns.js';
import { REFERENCES } from './reference-models.js';

/**
 * Where an open model reaches the references, benchmark by benchmark, from published tables and from our runs, each by itself. The best
 * open model of a table is chosen by the numbers that it is then compared by, so its lead is partly luck where many were tried.
 */
export function buildCapabilityMap(catalog: Catalog, measurements: Measurements): CapabilityMap {
  const { benchmarks, scores } = catalog;
  const byName = new Map<string, Benchmark>();
  for (const benchmark of benchmarks) {
    for (const name of benchmark.publishedAs) byName.set(normalName(name), benchmark);
  }
  const byBenchmark = new Map<string, PublishedScore[]>();
  const unplaced = new Map<string, number>();
  for (const score of scores) {
    const id = byName.get(normalName(score.benchmark))?.id;
    if (id === undefined) unplaced.set(score.benchmark, (unplaced.get(score.benchmark) ?? 0) + 1);
    else byBenchmark.set(id, [...(byBenchmark.get(id) ?? []), score]);
  }
  const rows = benchmarks.flatMap((benchmark): CapabilityRow[] => {
    const columns = [
      ...publishedColumns(byBenchmark.get(benchmark.id) ?? [], catalog),
      ...measuredColumns(benchmark.id, measurements, catalog),
    ].sort(compareColumns);
    const [area] = benchmark.areas;
    return columns.length === 0 || area === undefined
      ? []
      : [{ area, benchmark, columns, verdicts: verdictsOf(columns) }];
  });
  return {
    // Sorting is stable: within an area benchmarks stay as the catalog lists them.
    rows: rows.sort((a, b) => AREAS.indexOf(a.area) - AREAS.indexOf(b.area)),
    unplaced: [...unplaced].map(([benchmark, count]) => ({ benchmark, scores: count })),
  };
}

function verdictsOf(columns: readonly CapabilityColumn[]): CapabilityRow['verdicts'] {
  const verdicts = REFERENCES.flatMap((id) => {
    for (const column of columns) {
      const { bestOpen, references, key } = column;
      const reference = references[id];
      if (bestOpen === undefined || reference === undefined) continue;
      return [[id, { column: key, verdict: compareScores(column, bestOpen, reference) }] as const];
    }
    return [];
  });
  return Object.fromEntries(verdicts);
}

/** Case and outer spaces do not tell names of benchmarks apart. */
export function normalName(name: string): string {
  return name.trim().toLowerCase();
}

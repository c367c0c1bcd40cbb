import type { Area } from '@understudy/catalog';
import type { BoardRow, Leaderboard } from '@understudy/evidence';
import { groupBy } from './group-by.js';
import { largestBlock } from './largest-block.js';
import { scoreColumns, type ScoreColumn } from './score-column.js';

/** A benchmark with the columns that stand for it. */
export interface BasisBenchmark {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly ScoreColumn[];
}

/** The columns that an area's scores are made of: the same for all models that are ranked. */
export interface AreaBasis {
  readonly area: Area;
  readonly benchmarks: readonly BasisBenchmark[];
}

/**
 * Chooses the basis of an area without looking at any score: only columns that the reference has too, where it shares one with a candidate;
 * of each task the setting that most candidates have; then the largest block of tasks × candidates without a gap, first within each
 * benchmark, then over the benchmarks.
 */
export function areaBasis(
  board: Leaderboard,
  area: Area,
  { candidates, reference }: { readonly candidates: readonly BoardRow[]; readonly reference: BoardRow | undefined },
): AreaBasis {
  const known = holdersByColumn(candidates);
  const holdersOf = ({ key }: ScoreColumn): ReadonlySet<string> => known.get(key) ?? NOBODY;
  const held = scoreColumns(board, area).filter((column) => holdersOf(column).size > 0);
  const shared = held.filter(({ key }) => reference?.cells.some(({ column }) => column === key) === true);
  const columns = oneOfEachTask(shared.length > 0 ? shared : held, holdersOf);
  const benchmarks = [...groupBy(columns, ({ benchmark }) => benchmark.id)].map(([id, of]): BasisBenchmark => {
    return { id, name: of[0]?.benchmark.name ?? id, columns: largestBlock(of, holdersOf) };
  });
  const holdersOfAll = ({ columns: all }: BasisBenchmark): ReadonlySet<string> => {
    const [first = NOBODY, ...rest] = all.map(holdersOf);
    return new Set([...first].filter((holder) => rest.every((holders) => holders.has(holder))));
  };
  return { area, benchmarks: largestBlock(benchmarks, holdersOfAll) };
}

const NOBODY: ReadonlySet<string> = new Set();

function holdersByColumn(rows: readonly BoardRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>();
  for (const { model, cells } of rows) {
    for (const { column } of cells) {
      const of = holders.get(column) ?? new Set();
      of.add(model.identity);
      holders.set(column, of);
    }
  }
  return holders;
}

/** Of each task the column with most holders; of equals the one over more documents, then the first. */
function oneOfEachTask(
  columns: readonly ScoreColumn[],
  holdersOf: (column: ScoreColumn) => ReadonlySet<string>,
): readonly ScoreColumn[] {
  return [...groupBy(columns, ({ setting }) => setting.task).values()].map((settings) =>
    settings.reduce((best, one) => {
      const order = holdersOf(one).size - holdersOf(best).size || one.setting.documents - best.setting.documents;
      return order > 0 ? one : best;
    }),
  );
}

import type { Area } from '@understudy/catalog';
import type { BoardRow, Leaderboard } from '@understudy/evidence';
import { groupBy } from './group-by.js';
import { largestBlock } from './largest-block.js';
import { scoreColumns, type ScoreColumn } from './score-column.js';

/** A benchmark with the column that stands for it. */
export interface BasisBenchmark {
  readonly id: string;
  readonly name: string;
  readonly column: ScoreColumn;
}

/** The columns that an area's scores are made of: the same for all models that are ranked. */
export interface AreaBasis {
  readonly area: Area;
  readonly benchmarks: readonly BasisBenchmark[];
}

/**
 * Chooses the basis of an area without looking at any score: only columns that the reference has too, where it shares one with a candidate;
 * of each benchmark the task and setting that most candidates have (one, as two of them ask the same documents); of these the largest block
 * of benchmarks × candidates without a gap.
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
  const columns = oneOfEachBenchmark(shared.length > 0 ? shared : held, (column) => holdersOf(column).size);
  return { area, benchmarks: largestBlock(columns, holdersOf).map(toBenchmark) };
}

/** A column as the one that stands for its benchmark. */
export function toBenchmark(column: ScoreColumn): BasisBenchmark {
  const { id, name } = column.benchmark;
  return { id, name, column };
}

/** Of each benchmark the column of the largest order; of equals the one over more documents, then the first. */
export function oneOfEachBenchmark(
  columns: readonly ScoreColumn[],
  orderOf: (column: ScoreColumn) => number,
): readonly ScoreColumn[] {
  return [...groupBy(columns, ({ benchmark }) => benchmark.id).values()].map((settings) =>
    settings.reduce((best, one) => {
      const order = orderOf(one) - orderOf(best) || one.setting.documents - best.setting.documents;
      return order > 0 ? one : best;
    }),
  );
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

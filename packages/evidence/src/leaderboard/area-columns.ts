import { AREAS, type Area } from '@understudy/catalog';
import type { MeasuredColumn } from '../measurements/measurements.js';
import { isShare } from './is-share.js';

/** An area with the columns whose mean stands for it. */
export interface AreaColumns {
  readonly area: Area;
  readonly columns: readonly MeasuredColumn[];
  /** Of the columns. */
  readonly keys: readonly string[];
}

/**
 * Which columns make up each area's mean: of each benchmark the setting that most models have (one, as two of them ask the same
 * documents), then as many of these as give the fullest table, most measured first: the number of columns times that of the models which
 * have all of them is largest, of equal ones with more columns. So a task that only one model was asked takes nobody's mean away. Only
 * shares of which more is better are averaged.
 *
 * It is decided over all models: filters hide models, and do not change what the others' means are made of.
 * @param columns in the order of the board
 * @param keepsAll true where somebody chose the tasks: then all of them count
 */
export function chooseAreaColumns(columns: readonly MeasuredColumn[], keepsAll: boolean): readonly AreaColumns[] {
  return AREAS.flatMap((area) => {
    const own = columns.filter((column) => column.area === area && column.isPrimary && isShare(column));
    const candidates = oneForEachBenchmark(own);
    if (candidates.length === 0) return [];
    const chosen = keepsAll ? candidates : fullestTable(candidates);
    return [{ area, columns: chosen, keys: chosen.map(({ key }) => key) }];
  });
}

function oneForEachBenchmark(columns: readonly MeasuredColumn[]): readonly MeasuredColumn[] {
  const chosen = new Map<string, MeasuredColumn>();
  for (const column of columns) {
    const id = column.benchmark?.id ?? column.setting.task;
    const present = chosen.get(id);
    if (present === undefined || isFuller(column, present)) chosen.set(id, column);
  }
  return columns.filter((column) => chosen.get(column.benchmark?.id ?? column.setting.task) === column);
}

/** A whole benchmark before its parts; then more models, then more documents. */
function isFuller(a: MeasuredColumn, b: MeasuredColumn): boolean {
  if (a.isPart !== b.isPart) return b.isPart;
  return (
    a.measurements.length - b.measurements.length > 0 ||
    (a.measurements.length === b.measurements.length && a.setting.documents > b.setting.documents)
  );
}

function fullestTable(candidates: readonly MeasuredColumn[]): readonly MeasuredColumn[] {
  const sorted = [...candidates].sort((a, b) => b.measurements.length - a.measurements.length);
  let best = { size: 0, columns: 0 };
  let having: ReadonlySet<string> | undefined;
  for (const [place, { measurements }] of sorted.entries()) {
    const identities = measurements.map(({ identity }) => identity);
    having = new Set(having === undefined ? identities : identities.filter((identity) => having?.has(identity)));
    const size = having.size * (place + 1);
    if (size >= best.size && having.size > 0) best = { size, columns: place + 1 };
  }
  const chosen = new Set(sorted.slice(0, best.columns));
  return candidates.filter((column) => chosen.has(column));
}

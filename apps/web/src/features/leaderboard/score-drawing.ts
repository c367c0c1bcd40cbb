import type { ScoreDrawing } from '../../plots/score-plot.js';
import type { BoardView } from './board-view.js';
import { columnName, type Wording } from './column-texts.js';
import type { ShownColumn } from './shown-columns.js';

/** Models that are drawn; the table has the others. */
export const DRAWN_MODELS = 40;

/** The column that rows are sorted by, or the first. */
function leading({ order, columns }: BoardView): ShownColumn | undefined {
  return order.column ?? columns[0];
}

/**
 * What the figure shows: at most so many columns of one unit, that by which rows are sorted first of all. Numbers that are no shares
 * have units of their own, so each of them stands alone.
 */
export function scoreDrawing(view: BoardView, mostColumns: number, wording: Wording): ScoreDrawing | undefined {
  const first = leading(view);
  if (first === undefined) return undefined;
  const alike = first.isShare ? view.columns.filter(({ isShare }) => isShare) : [first];
  const kept = new Set([first, ...alike].slice(0, Math.max(1, mostColumns)));
  const columns = alike.filter((column) => kept.has(column));
  const rows = view.rows.slice(0, DRAWN_MODELS);
  const seen = new Map<string, number>();
  // Two models of one name are two rows.
  const models = rows.map(({ model: { name, quantization, identity } }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${quantization ?? identity.slice(0, 6)}, ${count})`;
  });
  const points = columns.flatMap((column) =>
    rows.flatMap((row, place) => {
      const cell = column.cellOf(row);
      if (cell === undefined) return [];
      const { value, lower, upper } = cell;
      return { model: models[place] ?? row.model.name, column: columnName(column, wording), value, lower, upper };
    }),
  );
  return {
    points,
    models,
    columns: columns.map((column) => columnName(column, wording)),
    isShare: first.isShare,
  };
}

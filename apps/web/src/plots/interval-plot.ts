import * as Plot from '@observablehq/plot';

/** A rating as drawn. */
export interface IntervalRow {
  readonly name: string;
  readonly rating: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The interval as if all votes were independent. */
  readonly naive: { readonly lower: number; readonly upper: number } | null;
  readonly elo: { readonly rating: number; readonly orderDeviation: number } | null;
  readonly controlled: { readonly rating: number; readonly lower: number; readonly upper: number } | null;
}

/** With more rows than these the axis stands above as well, and the rows are closer. */
const MANY_ROWS = 20;

/** Names of what is drawn, in the language of the page. */
export interface IntervalPlotTexts {
  readonly axis: string;
}

/**
 * Ratings from the best down: a dot, its interval as a line (the naive one as a thick short line within), Elo as a cross with its order
 * deviation as a dashed line, the controlled rating as a hollow diamond. Told apart by shape, not by colour alone.
 */
export function intervalPlot(
  rows: readonly IntervalRow[],
  options: { readonly width: number; readonly texts: IntervalPlotTexts },
): SVGSVGElement | HTMLElement {
  const names = rows.map((row) => row.name);
  const longest = Math.max(0, ...names.map((name) => name.length));
  const bounded = rows.filter((row) => row.lower !== null && row.upper !== null);
  const naive = rows.filter((row) => row.naive !== null);
  const elo = rows.filter((row) => row.elo !== null);
  const controlled = rows.filter((row) => row.controlled !== null);
  return Plot.plot({
    className: 'plot',
    width: options.width,
    height: 72 + rows.length * (rows.length > MANY_ROWS && controlled.length === 0 ? 22 : 26),
    marginLeft: Math.min(options.width / 3, 24 + longest * 6.8),
    marginRight: 24,
    marginBottom: 42,
    x: { label: options.texts.axis, grid: true, nice: true, axis: rows.length > MANY_ROWS ? 'both' : 'bottom' },
    y: { domain: names, label: null, tickSize: 0 },
    style: { fontSize: '12px', fontFamily: 'inherit', background: 'transparent' },
    marks: [
      Plot.ruleY(bounded, { y: 'name', x1: 'lower', x2: 'upper', stroke: 'var(--accent)', strokeWidth: 1.5 }),
      Plot.tickX(bounded, { y: 'name', x: 'lower', stroke: 'var(--accent)', inset: 8 }),
      Plot.tickX(bounded, { y: 'name', x: 'upper', stroke: 'var(--accent)', inset: 8 }),
      Plot.ruleY(naive, {
        y: 'name',
        x1: (row: IntervalRow) => row.naive?.lower,
        x2: (row: IntervalRow) => row.naive?.upper,
        stroke: 'var(--accent)',
        strokeWidth: 4,
        strokeOpacity: 0.35,
      }),
      Plot.ruleY(elo, {
        y: 'name',
        x1: (row: IntervalRow) => (row.elo === null ? null : row.elo.rating - row.elo.orderDeviation),
        x2: (row: IntervalRow) => (row.elo === null ? null : row.elo.rating + row.elo.orderDeviation),
        stroke: 'var(--line-strong)',
        strokeDasharray: '2,3',
        dy: 7,
      }),
      Plot.dot(elo, {
        y: 'name',
        x: (row: IntervalRow) => row.elo?.rating,
        symbol: 'times',
        stroke: 'var(--line-strong)',
        r: 3,
        dy: 7,
      }),
      Plot.ruleY(controlled, {
        y: 'name',
        x1: (row: IntervalRow) => row.controlled?.lower,
        x2: (row: IntervalRow) => row.controlled?.upper,
        stroke: 'currentColor',
        dy: -6,
      }),
      Plot.dot(controlled, {
        y: 'name',
        x: (row: IntervalRow) => row.controlled?.rating,
        symbol: 'diamond',
        stroke: 'currentColor',
        fill: 'var(--surface)',
        r: 4,
        dy: -6,
      }),
      Plot.dot(rows, { y: 'name', x: 'rating', fill: 'var(--accent)', r: 4 }),
    ],
  });
}

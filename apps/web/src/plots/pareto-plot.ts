import * as Plot from '@observablehq/plot';

/** A model as drawn. */
export interface ParetoRow {
  readonly name: string;
  readonly x: number;
  /** A share. */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly isOnFront: boolean;
}

/** Scores upwards with their intervals; filled: not dominated. */
export function paretoPlot(
  rows: readonly ParetoRow[],
  options: { readonly width: number; readonly x: string; readonly y: string },
): SVGSVGElement | HTMLElement {
  // A name stands on the side where there is room for it.
  const middle = Math.max(0, ...rows.map(({ x }) => x)) / 2;
  const names = (textAnchor: 'start' | 'end') =>
    Plot.text(
      rows.filter(({ x }) => x <= middle === (textAnchor === 'start')),
      { x: 'x', y: 'value', text: 'name', dx: textAnchor === 'start' ? 8 : -8, textAnchor, fill: 'currentColor' },
    );
  return Plot.plot({
    className: 'plot',
    width: options.width,
    height: 340,
    marginLeft: 52,
    marginRight: 24,
    marginBottom: 42,
    x: { type: 'linear', label: options.x, grid: true, nice: true, zero: true },
    y: { label: options.y, grid: true, nice: true, tickFormat: '.2f' },
    style: { fontSize: '12px', fontFamily: 'inherit', background: 'transparent' },
    marks: [
      Plot.ruleX(rows, { x: 'x', y1: 'lower', y2: 'upper', stroke: 'var(--accent)' }),
      Plot.dot(rows, {
        x: 'x',
        y: 'value',
        stroke: 'var(--accent)',
        fill: (row: ParetoRow) => (row.isOnFront ? 'var(--accent)' : 'var(--surface)'),
        r: 4,
      }),
      names('start'),
      names('end'),
    ],
  });
}

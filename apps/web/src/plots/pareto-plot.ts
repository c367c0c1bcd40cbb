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
  return Plot.plot({
    className: 'plot',
    width: options.width,
    height: 340,
    marginLeft: 52,
    marginRight: 90,
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
      Plot.text(rows, { x: 'x', y: 'value', text: 'name', dx: 8, textAnchor: 'start', fill: 'currentColor' }),
    ],
  });
}

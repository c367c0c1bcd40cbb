import * as Plot from '@observablehq/plot';

/** A model as drawn over its cost. */
export interface CostRow {
  readonly name: string;
  /** US dollars for 1,000 answers. */
  readonly cost: number;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Cost from left to right on a logarithmic axis, what is measured upwards, with its interval. */
export function costPlot(
  rows: readonly CostRow[],
  options: { readonly width: number; readonly x: string; readonly y: string; readonly isShare: boolean },
): SVGSVGElement | HTMLElement {
  return Plot.plot({
    className: 'plot',
    width: options.width,
    height: 340,
    marginLeft: 52,
    marginRight: 90,
    marginBottom: 42,
    x: { type: rows.every((row) => row.cost > 0) ? 'log' : 'linear', label: options.x, grid: true, tickFormat: '$~g' },
    y: { label: options.y, grid: true, nice: true, ...(options.isShare ? { tickFormat: '.0%' } : {}) },
    style: { fontSize: '12px', fontFamily: 'inherit', background: 'transparent' },
    marks: [
      Plot.ruleX(rows, { x: 'cost', y1: 'lower', y2: 'upper', stroke: 'var(--accent)' }),
      Plot.dot(rows, { x: 'cost', y: 'value', fill: 'var(--accent)', r: 4 }),
      Plot.text(rows, { x: 'cost', y: 'value', text: 'name', dx: 8, textAnchor: 'start', fill: 'currentColor' }),
    ],
  });
}

import * as Plot from '@observablehq/plot';

/** How wide intervals are with so many votes. */
export interface HalfWidthRow {
  readonly votes: number;
  readonly halfWidth: number;
}

/** Half-width of a 95% interval over votes, both logarithmic, with the width that is wanted as a line. */
export function halfWidthPlot(
  rows: readonly HalfWidthRow[],
  options: { readonly width: number; readonly x: string; readonly y: string; readonly wanted: number },
): SVGSVGElement | HTMLElement {
  return Plot.plot({
    className: 'plot',
    width: options.width,
    height: 260,
    marginLeft: 48,
    marginBottom: 40,
    x: { type: 'log', label: options.x, grid: true, tickFormat: '~s' },
    y: { type: 'log', label: options.y, grid: true },
    style: { fontSize: '12px', fontFamily: 'inherit', background: 'transparent' },
    marks: [
      Plot.ruleY([options.wanted], { stroke: 'var(--line-strong)', strokeDasharray: '4,4' }),
      Plot.line(rows, { x: 'votes', y: 'halfWidth', stroke: 'var(--accent)' }),
      Plot.dot(rows, { x: 'votes', y: 'halfWidth', fill: 'var(--accent)' }),
    ],
  });
}

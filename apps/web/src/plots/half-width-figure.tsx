import { type ReactNode, useCallback } from 'react';
import { halfWidthPlot, type HalfWidthRow } from './half-width-plot.js';
import { PlotFigure } from './plot-figure.js';

/** How wide intervals are with so many votes. */
export default function HalfWidthFigure(props: {
  readonly rows: readonly HalfWidthRow[];
  readonly x: string;
  readonly y: string;
  readonly wanted: number;
  readonly label: string;
}): ReactNode {
  const { rows, x, y, wanted, label } = props;
  const draw = useCallback((width: number) => halfWidthPlot(rows, { width, x, y, wanted }), [rows, x, y, wanted]);
  return <PlotFigure label={label} draw={draw} />;
}

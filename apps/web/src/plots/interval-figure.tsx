import { type ReactNode, useCallback } from 'react';
import { intervalPlot, type IntervalRow } from './interval-plot.js';
import { PlotFigure } from './plot-figure.js';

/** Ratings with their intervals. */
export default function IntervalFigure(props: {
  readonly rows: readonly IntervalRow[];
  readonly axis: string;
  readonly label: string;
}): ReactNode {
  const { rows, axis, label } = props;
  const draw = useCallback((width: number) => intervalPlot(rows, { width, texts: { axis } }), [rows, axis]);
  return <PlotFigure label={label} draw={draw} />;
}

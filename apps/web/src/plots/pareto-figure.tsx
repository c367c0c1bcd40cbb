import { type ReactNode, useCallback } from 'react';
import { paretoPlot, type ParetoRow } from './pareto-plot.js';
import { PlotFigure } from './plot-figure.js';

/** Scores over memory, cost or speed, the front apart from what it dominates. */
export default function ParetoFigure(props: {
  readonly rows: readonly ParetoRow[];
  readonly x: string;
  readonly y: string;
  readonly label: string;
}): ReactNode {
  const { rows, x, y, label } = props;
  const draw = useCallback((width: number) => paretoPlot(rows, { width, x, y }), [rows, x, y]);
  return <PlotFigure label={label} draw={draw} />;
}

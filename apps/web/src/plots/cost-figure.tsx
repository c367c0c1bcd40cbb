import { type ReactNode, useCallback } from 'react';
import { costPlot, type CostRow } from './cost-plot.js';
import { PlotFigure } from './plot-figure.js';

/** What is measured over what it costs. */
export default function CostFigure(props: {
  readonly rows: readonly CostRow[];
  readonly x: string;
  readonly y: string;
  readonly isShare: boolean;
  readonly label: string;
}): ReactNode {
  const { rows, x, y, isShare, label } = props;
  const draw = useCallback((width: number) => costPlot(rows, { width, x, y, isShare }), [rows, x, y, isShare]);
  return <PlotFigure label={label} draw={draw} />;
}

import { type ReactNode, useCallback } from 'react';
import { type CapabilityCell, type CapabilityOptions, capabilityPlot } from './capability-plot.js';
import { PlotFigure } from './plot-figure.js';

/** Where open models reach the references. */
export default function CapabilityFigure(
  props: { readonly cells: readonly CapabilityCell[]; readonly label: string } & Omit<CapabilityOptions, 'width'>,
): ReactNode {
  const { cells, label, against, benchmarks } = props;
  const draw = useCallback(
    (width: number) => capabilityPlot(cells, { width, against, benchmarks }),
    [cells, against, benchmarks],
  );
  return <PlotFigure label={label} draw={draw} />;
}

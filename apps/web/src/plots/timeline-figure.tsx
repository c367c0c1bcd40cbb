import { type ReactNode, useCallback } from 'react';
import { PlotFigure } from './plot-figure.js';
import type { TimelineMark } from './timeline-layout.js';
import { type TimelineOptions, timelinePlot } from './timeline-plot.js';

/** Releases along a time axis. */
export default function TimelineFigure(
  props: { readonly marks: readonly TimelineMark[]; readonly label: string } & Omit<TimelineOptions, 'width'>,
): ReactNode {
  const { marks, label, from, to, texts, language, families } = props;
  const draw = useCallback(
    (width: number) => timelinePlot(marks, { width, from, to, texts, language, families }),
    [marks, from, to, texts, language, families],
  );
  return <PlotFigure label={label} draw={draw} />;
}

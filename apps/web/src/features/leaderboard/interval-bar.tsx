import type { ReactNode } from 'react';
import type { BoardCell } from './calls.js';
import classes from './leaderboard.module.css';

/** Where the bars of a column begin and end. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

/** Shares from 0 to 1; other numbers from the least to the largest bound of the column. */
export function scaleOf(cells: readonly BoardCell[], isShare: boolean): Scale {
  if (isShare) return { from: 0, to: 1 };
  const bounds = cells.flatMap(({ value, lower, upper }) => [lower ?? value, upper ?? value]);
  return { from: Math.min(...bounds), to: Math.max(...bounds) };
}

const WIDTH = 100;
const HEIGHT = 6;

/** The interval as a bar with the value as a line in it; its numbers stand above it. */
export function IntervalBar(props: { readonly cell: BoardCell; readonly scale: Scale }): ReactNode {
  const { cell, scale } = props;
  const width = scale.to - scale.from;
  const place = (value: number): number =>
    width === 0 ? WIDTH / 2 : Math.min(WIDTH, Math.max(0, ((value - scale.from) / width) * WIDTH));
  const [lower, upper] = [place(cell.lower ?? cell.value), place(cell.upper ?? cell.value)];
  return (
    <svg
      className={classes['bar']}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={classes['track']} x={0} y={HEIGHT / 2 - 0.5} width={WIDTH} height={1} />
      <rect className={classes['reach']} x={lower} y={1} width={Math.max(upper - lower, 0.5)} height={HEIGHT - 2} />
      <rect className={classes['point']} x={place(cell.value) - 0.75} y={0} width={1.5} height={HEIGHT} />
    </svg>
  );
}

import type { ReactNode } from 'react';
import { formatCount, formatInterval } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { isStaticSite } from '../../server/static-site.js';
import { WithInterval } from '../../table/with-interval.js';
import { runAddress, samplesAddress } from './addresses.js';
import type { Board, BoardCell, BoardRow } from './calls.js';
import { MARKS, marksOf } from './cell-marks.js';
import { formatScore } from './format-score.js';
import { IntervalBar, type Scale } from './interval-bar.js';
import classes from './leaderboard.module.css';
import type { ShownColumn } from './shown-columns.js';

/** A measured number: value, interval, marks, count; it leads to its samples. */
export function ScoreCell(props: {
  readonly row: BoardRow;
  readonly shown: ShownColumn;
  readonly cell: BoardCell;
  readonly scale: Scale;
  readonly findings: Board['findings'];
}): ReactNode {
  const { language, messages } = useLanguage();
  const { board } = messages;
  const { row, shown, cell, scale, findings } = props;
  const format = (value: number): string => formatScore(value, shown.isShare);
  const { lower, upper, runId } = cell;
  const interval = formatInterval(lower === null || upper === null ? null : { lower, upper }, format);
  const value = format(cell.value);
  const task = shown.column?.task;
  return (
    <>
      <div className={classes['score']}>
        {runId === null || task === undefined ? (
          <WithInterval value={value} interval={interval} />
        ) : (
          <>
            <Link
              // A group has no samples of its own, and published pages have none at all.
              to={isStaticSite || shown.column?.isGroup === true ? runAddress(runId) : samplesAddress(runId, task)}
              aria-label={`${value}. ${board.samplesOf(row.model.name, task)}`}
            >
              {value}
            </Link>
            <WithInterval value="" interval={interval} />
          </>
        )}
        {marksOf(cell, findings).map((name) => (
          <span key={name} className={classes['mark']} title={board.marks[name]}>
            <span aria-hidden>{MARKS[name]}</span>
            <span className="visually-hidden">{board.marks[name]}</span>
          </span>
        ))}
      </div>
      <IntervalBar cell={cell} scale={scale} />
      <div className={classes['count']}>
        {board.documentsCount(formatCount(cell.count, language))}
        {cell.failed > 0 && `, ${board.failedCount(cell.failed)}`}
      </div>
    </>
  );
}

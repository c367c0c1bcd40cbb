import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { formatRanks } from '../../format/format-number.js';
import { useMessages } from '../../messages/use-messages.js';
import { BoardHead } from './board-head.js';
import { type BoardView, cellsOf } from './board-view.js';
import type { Board } from './calls.js';
import { scaleOf } from './interval-bar.js';
import classes from './leaderboard.module.css';
import { ModelName } from './model-name.js';
import { ScoreCell } from './score-cell.js';

/** Rows that are drawn at first: more of them make a browser slow. */
const FIRST_ROWS = 50;

/** Models × columns: every number with its interval, its count, and the ranks that the intervals leave open. */
export function BoardTable(props: {
  readonly view: BoardView;
  readonly findings: Board['findings'];
  readonly onSort: (column: string) => void;
}): ReactNode {
  const { board } = useMessages();
  const { view, findings, onSort } = props;
  const [showsAll, setShowsAll] = useState(false);
  const { columns, rows, ranks, order } = view;
  const scales = useMemo(
    () => columns.map((column) => scaleOf(cellsOf({ rows }, column), column.isShare)),
    [rows, columns],
  );
  const shown = showsAll ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <>
      <div className={classes['scroll']} tabIndex={0} role="region" aria-label={board.table}>
        <table className={classes['table']}>
          <caption className="visually-hidden">{board.table}</caption>
          <BoardHead view={view} onSort={onSort} />
          <tbody>
            {shown.map((row, place) => (
              <tr key={`${row.model.identity} ${row.model.name}`}>
                <th scope="row" className={classes['first']}>
                  <ModelName model={row.model} />
                </th>
                {order.column !== undefined && (
                  <td className={classes['rank']}>{formatRanks(ranks[place]?.best, ranks[place]?.worst)}</td>
                )}
                {columns.map((column, at) => {
                  const cell = column.cellOf(row);
                  return (
                    <td key={column.key}>
                      {cell === undefined ? (
                        '–'
                      ) : (
                        <ScoreCell
                          row={row}
                          shown={column}
                          cell={cell}
                          scale={scales[at] ?? { from: 0, to: 1 }}
                          findings={findings}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <Button size="compact-sm" variant="default" mt="sm" onClick={() => setShowsAll(true)}>
          {board.showAll(rows.length)}
        </Button>
      )}
    </>
  );
}

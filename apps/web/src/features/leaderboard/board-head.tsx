import type { ReactNode } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import type { BoardView } from './board-view.js';
import { columnDetails, columnName } from './column-texts.js';
import classes from './leaderboard.module.css';
import { SortButton, sortState } from './sort-button.js';

/** Names of the columns with how they were asked; an area leads to its tasks. */
export function BoardHead(props: { readonly view: BoardView; readonly onSort: (column: string) => void }): ReactNode {
  const wording = useLanguage();
  const { board } = wording.messages;
  const { order, columns } = props.view;
  const ranked = order.column === undefined ? undefined : columnName(order.column, wording);
  return (
    <thead>
      <tr>
        <th scope="col" className={classes['first']} aria-sort={sortState('name', order)}>
          <SortButton name={board.model} column="name" order={order} onSort={props.onSort} />
        </th>
        {ranked !== undefined && (
          <th scope="col">
            <span className={classes['ranks']} title={board.rankHint(ranked)}>
              {board.rank}
            </span>
            <div className={classes['details']}>{ranked}</div>
          </th>
        )}
        {columns.map((shown) => (
          <th key={shown.key} scope="col" aria-sort={sortState(shown.key, order)}>
            <SortButton name={columnName(shown, wording)} column={shown.key} order={order} onSort={props.onSort} />
            <div className={classes['details']}>
              {columnDetails(shown, wording).map((detail, place) => (
                <div key={detail}>
                  {shown.column === null && shown.area !== null && place === 0 ? (
                    <Link
                      from="/leaderboard"
                      to="/leaderboard"
                      search={({ sort: _sort, reverse: _reverse, ...kept }) => ({
                        ...kept,
                        area: shown.area ?? undefined,
                      })}
                      aria-label={`${detail}. ${board.tasksOf(columnName(shown, wording))}`}
                    >
                      {detail}
                    </Link>
                  ) : (
                    detail
                  )}
                </div>
              ))}
            </div>
          </th>
        ))}
      </tr>
    </thead>
  );
}

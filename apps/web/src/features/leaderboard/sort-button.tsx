import type { ReactNode } from 'react';
import classes from './leaderboard.module.css';
import type { BoardOrder } from './sort-rows.js';

/** What `aria-sort` says of a column. */
export function sortState(key: string, order: BoardOrder): 'ascending' | 'descending' | undefined {
  return order.key === key ? (order.isAscending ? 'ascending' : 'descending') : undefined;
}

/** The name of a column; pressed it sorts, pressed again the other way round. */
export function SortButton(props: {
  readonly name: string;
  readonly column: string;
  readonly order: BoardOrder;
  readonly hint?: string;
  readonly onSort: (column: string) => void;
}): ReactNode {
  const { name, column, order, hint, onSort } = props;
  const state = sortState(column, order);
  return (
    <button type="button" className={classes['sort']} title={hint} onClick={() => onSort(column)}>
      {name}
      <span aria-hidden>{state === undefined ? '' : state === 'ascending' ? ' ↑' : ' ↓'}</span>
    </button>
  );
}

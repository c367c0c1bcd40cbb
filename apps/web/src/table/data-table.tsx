import {
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  sortFn_alphanumeric,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import { useMessages } from '../messages/use-messages.js';
import type { Column } from './column.js';
import classes from './data-table.module.css';
import { SaveTable } from './save-table.js';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, text: sortFn_text },
});

/** A table that sorts by any column, and can be saved as CSV and JSON. What is missing sorts last. */
export function DataTable<Row extends object>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Name of saved files, without ending; without it nothing can be saved. */
  readonly fileName?: string;
}): ReactNode {
  const { table: messages } = useMessages();
  const { caption, columns, rows, rowKey, fileName } = props;
  const [sorting, setSorting] = useState<SortingState>([]);
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.key,
        accessorFn: (row: Row) => column.value(row) ?? undefined,
        sortUndefined: 'last' as const,
      })),
    [columns],
  );
  const table = useTable({
    features,
    data,
    columns: definitions,
    getRowId: rowKey,
    state: { sorting },
    onSortingChange: setSorting,
  });
  const byKey = new Map(columns.map((column) => [column.key, column]));
  return (
    <div>
      <div className={classes['scroll']} tabIndex={0} role="region" aria-label={caption}>
        <table className={classes['table']} data-narrow={columns.length < 5}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => {
                  const column = byKey.get(header.id);
                  // A column of buttons has neither a name nor an order.
                  if (column === undefined || column.header === '') return <td key={header.id} />;
                  const sorted = header.column.getIsSorted();
                  return (
                    <th
                      key={header.id}
                      scope="col"
                      data-number={column.isNumber}
                      aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
                    >
                      <button type="button" title={column.hint} onClick={header.column.getToggleSortingHandler()}>
                        {column.header}
                        <span aria-hidden>{sorted === false ? '' : sorted === 'asc' ? ' ↑' : ' ↓'}</span>
                      </button>
                    </th>
                  );
                })}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id}>
                {columns.map((column) => (
                  <td key={column.key} data-number={column.isNumber}>
                    {column.show === undefined ? column.value(row.original) : column.show(row.original)}
                  </td>
                ))}
              </tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={columns.length}>{messages.empty}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {fileName !== undefined && rows.length > 0 && <SaveTable fileName={fileName} columns={columns} rows={rows} />}
    </div>
  );
}

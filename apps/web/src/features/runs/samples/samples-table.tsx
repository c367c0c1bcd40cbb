import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import { Link } from '../../../page/link.js';
import tableClasses from '../../../table/data-table.module.css';
import type { SampleColumn, SamplesPage } from '../calls.js';
import { VisibleText } from '../visible-text/visible-text.js';
import { columnName } from './column-name.js';
import { ColumnValue } from './column-value.js';
import type { SamplesSearch } from './samples-search.js';
import classes from './samples.module.css';

/** A page of samples. It is sorted by the server, as are all the pages together. */
export function SamplesTable(props: {
  readonly runId: string;
  readonly task: string;
  readonly columns: readonly SampleColumn[];
  readonly page: SamplesPage;
  readonly search: SamplesSearch;
  readonly onSort: (column: string | undefined) => void;
}): ReactNode {
  const { samples: texts, table } = useMessages();
  const { runId, task, columns, page, search, onSort } = props;
  return (
    <div className={tableClasses['scroll']} tabIndex={0} role="region" aria-label={texts.table}>
      <table className={tableClasses['table']}>
        <caption className="visually-hidden">{texts.table}</caption>
        <thead>
          <tr>
            <SortHeader
              name={texts.documentNumber}
              isNumber
              sorted={search.sort === undefined ? 'ascending' : undefined}
              onSort={() => onSort(undefined)}
            />
            <th scope="col" className={classes['plainHeader']}>
              {texts.excerpt}
            </th>
            {columns.map((column) => (
              <SortHeader
                key={column.name}
                name={columnName(column, texts)}
                isNumber
                hint={column.kind === 'metric' ? undefined : texts.ownColumnHints[column.kind]}
                sorted={search.sort === column.name ? search.direction : undefined}
                onSort={() => onSort(column.name)}
              />
            ))}
            <th scope="col" className={classes['plainHeader']}>
              {texts.marksHeader}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.docId}>
              <td data-number>
                <Link
                  to="/runs/$runId/tasks/$task/$docId"
                  params={{ runId, task, docId: String(row.docId) }}
                  search={search}
                >
                  {row.docId}
                </Link>
              </td>
              <td className={classes['excerpt']}>
                <VisibleText text={row.excerpt} marksSpaces={false} />
              </td>
              {columns.map((column) => (
                <td key={column.name} data-number>
                  <ColumnValue column={column} value={row.values[column.name]} />
                </td>
              ))}
              <td>
                {row.marks.map((mark) => (
                  <Badge
                    key={mark}
                    color={mark === 'failed' ? 'red' : 'gray'}
                    variant="light"
                    tt="none"
                    mr={4}
                    miw="max-content"
                  >
                    {texts.marks[mark]}
                  </Badge>
                ))}
              </td>
            </tr>
          ))}
          {page.rows.length === 0 && (
            <tr>
              <td colSpan={columns.length + 3}>{table.empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

/** The head of a column that all pages can be sorted by. */
function SortHeader(props: {
  readonly name: string;
  readonly isNumber?: boolean;
  readonly hint?: string | undefined;
  readonly sorted: 'ascending' | 'descending' | undefined;
  readonly onSort: () => void;
}): ReactNode {
  const { name, isNumber, hint, sorted, onSort } = props;
  return (
    <th scope="col" data-number={isNumber} aria-sort={sorted}>
      <button type="button" title={hint} onClick={onSort}>
        {name}
        <span aria-hidden>{sorted === undefined ? '' : sorted === 'ascending' ? ' ↑' : ' ↓'}</span>
      </button>
    </th>
  );
}

import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatSigned } from '../../../format/format-number.js';
import { useMessages } from '../../../messages/use-messages.js';
import { LinkButton } from '../../../page/link-button.js';
import { QueryView } from '../../../page/query-view.js';
import tableClasses from '../../../table/data-table.module.css';
import { figureValue } from '../format-figure.js';
import { PageLinks } from '../page-links.js';
import { ColumnValue } from '../samples/column-value.js';
import { VisibleText } from '../visible-text/visible-text.js';
import { type ColumnComparison, type PairsPage, pairsQuery, type TwoRuns } from './calls.js';
import { type CompareSearch, PAIR_SORTS, readCompareSearch } from './compare-search.js';
import classes from './compare.module.css';

/** The documents of an outcome, fifty a page; one of them can be looked at side by side. */
export function PairsTable(props: {
  readonly runs: TwoRuns;
  readonly task: string;
  readonly column: ColumnComparison;
  readonly search: CompareSearch;
  readonly onChange: (part: { readonly [Key in keyof CompareSearch]?: CompareSearch[Key] | undefined }) => void;
}): ReactNode {
  const { compare } = useMessages();
  const { runs, task, column, search, onChange } = props;
  const { outcome, sort, cursor } = search;
  const query = useQuery(
    pairsQuery(runs, task, {
      column: column.name,
      ...(outcome === undefined ? {} : { outcome }),
      ...(sort === undefined ? {} : { sort }),
      ...(cursor === undefined ? {} : { cursor }),
    }),
  );
  return (
    <>
      <NativeSelect
        size="xs"
        maw="16rem"
        mb="xs"
        label={compare.order}
        value={sort ?? 'document'}
        data={PAIR_SORTS.map((each) => ({ value: each, label: compare.orders[each] }))}
        onChange={(event) => {
          const chosen = PAIR_SORTS.find((each) => each === event.currentTarget.value);
          onChange({ column: column.name, sort: chosen, cursor: undefined });
        }}
      />
      <QueryView query={query}>
        {(page) => (
          <>
            <Rows page={page} column={column} search={search} onChange={onChange} />
            <PageLinks
              page={page}
              link={(at, looks) => (
                <LinkButton
                  {...looks}
                  to="/runs/compare"
                  search={readCompareSearch({ ...search, task, column: column.name, cursor: at })}
                  resetScroll={false}
                />
              )}
            />
          </>
        )}
      </QueryView>
    </>
  );
}

function Rows(props: {
  readonly page: PairsPage;
  readonly column: ColumnComparison;
  readonly search: CompareSearch;
  readonly onChange: (part: Partial<CompareSearch>) => void;
}): ReactNode {
  const { compare, samples, table } = useMessages();
  const { page, column, search, onChange } = props;
  return (
    <div className={tableClasses['scroll']} tabIndex={0} role="region" aria-label={compare.documents}>
      <table className={tableClasses['table']}>
        <caption className="visually-hidden">{compare.documents}</caption>
        <thead>
          <tr>
            {[samples.documentNumber, samples.excerpt, compare.first, compare.second, compare.columns.difference].map(
              (header) => (
                <th key={header} scope="col" className={classes['header']}>
                  {header}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.docId} data-chosen={row.docId === search.document}>
              <td>
                <Button
                  size="compact-xs"
                  variant={row.docId === search.document ? 'filled' : 'default'}
                  aria-pressed={row.docId === search.document}
                  aria-label={compare.show(row.docId)}
                  onClick={() => onChange({ document: row.docId, secondDocument: row.secondDocId })}
                >
                  {row.docId}
                </Button>
              </td>
              <td className={classes['excerpt']}>
                <VisibleText text={row.excerpt} marksSpaces={false} />
                {!row.samePrompt && <em>{compare.otherPrompt}</em>}
              </td>
              <td>
                <ColumnValue column={column} value={row.first} />
              </td>
              <td>
                <ColumnValue column={column} value={row.second} />
              </td>
              <td>{formatSigned(figureValue(row.first) - figureValue(row.second), 3)}</td>
            </tr>
          ))}
          {page.rows.length === 0 && (
            <tr>
              <td colSpan={5}>{table.empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

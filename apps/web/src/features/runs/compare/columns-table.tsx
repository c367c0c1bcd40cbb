import { type ReactNode, useMemo } from 'react';
import type { Messages } from '../../../messages/messages.js';
import { useLanguage } from '../../../messages/use-messages.js';
import type { Column } from '../../../table/column.js';
import { DataTable } from '../../../table/data-table.js';
import { columnName } from '../samples/column-name.js';
import type { ColumnComparison } from './calls.js';
import { differenceColumns } from './difference-columns.js';

function columnsOf(texts: Messages, language: string): readonly Column<ColumnComparison>[] {
  const { compare, samples } = texts;
  return [
    {
      key: 'column',
      header: compare.columns.column,
      value: (row) => columnName(row, samples),
      saved: ({ name }) => ({ name }),
    },
    ...differenceColumns(texts.compare, language, (row: ColumnComparison) => row),
  ];
}

/** The differences of the metrics, paired by document. */
export function ColumnsTable(props: { readonly columns: readonly ColumnComparison[] }): ReactNode {
  const { language, messages } = useLanguage();
  const columns = useMemo(() => columnsOf(messages, language), [messages, language]);
  return (
    <DataTable
      caption={messages.compare.differences}
      columns={columns}
      rows={props.columns}
      rowKey={({ name }) => name}
      fileName="understudy-run-comparison"
    />
  );
}

import { type ReactNode, useMemo } from 'react';
import { formatCount, formatInterval, formatPValue, formatSigned } from '../../../format/format-number.js';
import type { Messages } from '../../../messages/messages.js';
import { useLanguage } from '../../../messages/use-messages.js';
import type { Column } from '../../../table/column.js';
import { DataTable } from '../../../table/data-table.js';
import { WithInterval } from '../../../table/with-interval.js';
import { figureValue, formatFigure } from '../format-figure.js';
import { columnName } from '../samples/column-name.js';
import type { ColumnComparison } from './calls.js';

const DECIMALS = 4;
const signed = (value: number): string => formatSigned(value, DECIMALS);

function columnsOf(texts: Messages, language: string): readonly Column<ColumnComparison>[] {
  const { compare, samples } = texts;
  const { columns: headers, hints } = compare;
  return [
    {
      key: 'column',
      header: headers.column,
      value: (row) => columnName(row, samples),
      saved: ({ name }) => ({ name }),
    },
    ...(['first', 'second'] as const).map((side): Column<ColumnComparison> => ({
      key: side,
      header: compare[side],
      hint: hints.mean,
      isNumber: true,
      value: (row) => figureValue(row[side]),
      show: (row) => formatFigure(row[side], DECIMALS),
    })),
    {
      key: 'difference',
      header: headers.difference,
      hint: hints.difference,
      isNumber: true,
      value: ({ difference }) => difference.value,
      show: ({ difference: { value, lower, upper } }) => (
        <WithInterval
          value={formatSigned(value, DECIMALS)}
          interval={formatInterval(lower === null || upper === null ? null : { lower, upper }, signed)}
        />
      ),
      saved: ({ difference }) => ({ lower: difference.lower, upper: difference.upper, n: difference.count }),
    },
    {
      key: 'p',
      header: headers.p,
      hint: hints.p,
      isNumber: true,
      value: ({ pValue }) => pValue,
      show: ({ pValue }) => formatPValue(pValue),
    },
    {
      key: 'n',
      header: headers.n,
      isNumber: true,
      value: ({ difference }) => difference.count,
      show: ({ difference }) => formatCount(difference.count, language),
    },
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

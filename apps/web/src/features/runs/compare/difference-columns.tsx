import { formatCount, formatInterval, formatPValue, formatSigned } from '../../../format/format-number.js';
import type { Messages } from '../../../messages/messages.js';
import type { Column } from '../../../table/column.js';
import { WithInterval } from '../../../table/with-interval.js';
import { figureValue, formatFigure } from '../format-figure.js';
import type { ColumnComparison } from './calls.js';

const DECIMALS = 4;
const signed = (value: number): string => formatSigned(value, DECIMALS);

/** The columns that compare two runs by a metric: both values, their difference with its interval, p, n; empty where a row has no metric. */
export function differenceColumns<Row extends object>(
  compare: Messages['compare'],
  language: string,
  metricOf: (row: Row) => ColumnComparison | null,
): readonly Column<Row>[] {
  const { columns: headers, hints } = compare;
  return [
    ...(['first', 'second'] as const).map((side): Column<Row> => ({
      key: side,
      header: compare[side],
      hint: hints.mean,
      isNumber: true,
      value: (row) => {
        const metric = metricOf(row);
        return metric && figureValue(metric[side]);
      },
      show: (row) => formatFigure(metricOf(row)?.[side], DECIMALS),
    })),
    {
      key: 'difference',
      header: headers.difference,
      hint: hints.difference,
      isNumber: true,
      value: (row) => metricOf(row)?.difference.value ?? null,
      show: (row) => {
        const { value, lower, upper } = metricOf(row)?.difference ?? NOTHING;
        return (
          <WithInterval
            value={formatSigned(value, DECIMALS)}
            interval={formatInterval(lower === null || upper === null ? null : { lower, upper }, signed)}
          />
        );
      },
      saved: (row) => {
        const { lower, upper, count } = metricOf(row)?.difference ?? NOTHING;
        return { lower, upper, n: count };
      },
    },
    {
      key: 'p',
      header: headers.p,
      hint: hints.p,
      isNumber: true,
      value: (row) => metricOf(row)?.pValue ?? null,
      show: (row) => formatPValue(metricOf(row)?.pValue ?? null),
    },
    {
      key: 'n',
      header: headers.n,
      isNumber: true,
      value: (row) => metricOf(row)?.difference.count ?? null,
      show: (row) => formatCount(metricOf(row)?.difference.count, language),
    },
  ];
}

const NOTHING = { value: null, lower: null, upper: null, count: 0 } as const;

import { type ReactNode, useMemo } from 'react';
import { formatSigned } from '../../../format/format-number.js';
import { useMessages } from '../../../messages/use-messages.js';
import type { Column } from '../../../table/column.js';
import { DataTable } from '../../../table/data-table.js';
import type { Figure, Sample } from '../calls.js';
import { figureValue, formatFigure } from '../format-figure.js';
import { VisibleText } from '../visible-text/visible-text.js';

interface ChoicePair {
  readonly place: number;
  readonly text: string;
  readonly isRight: boolean;
  readonly first: Figure;
  readonly second: Figure;
  readonly takenInFirst: boolean;
  readonly takenInSecond: boolean;
}

/** The choices of a document with their log-probabilities in both runs; nothing where they do not correspond. */
export function ChoicesPair(props: { readonly first: Sample; readonly second: Sample }): ReactNode {
  const { compare, samples } = useMessages();
  const [one, other] = [props.first.explanation.choices, props.second.explanation.choices];
  const rows = useMemo(
    () =>
      one === null || other === null || one.rows.length !== other.rows.length
        ? []
        : one.rows.map((row, place): ChoicePair => ({
            place,
            text: row.text,
            isRight: (one.right ?? other.right)?.includes(place) === true,
            first: row.logProbability,
            second: other.rows[place]?.logProbability ?? 'NaN',
            takenInFirst: one.rules[0]?.chosen === place,
            takenInSecond: other.rules[0]?.chosen === place,
          })),
    [one, other],
  );
  const rule = one?.rules[0]?.metric ?? '';
  const columns = useMemo(
    (): readonly Column<ChoicePair>[] => [
      { key: 'choice', header: samples.choiceColumns.number, isNumber: true, value: ({ place }) => place + 1 },
      {
        key: 'text',
        header: samples.choiceColumns.text,
        value: ({ text }) => text,
        show: ({ text, isRight }) => (
          <>
            <VisibleText text={text} />
            {isRight && `✓ ${samples.right}`}
          </>
        ),
      },
      {
        key: 'first',
        header: compare.first,
        isNumber: true,
        value: ({ first }) => figureValue(first),
        show: ({ first, takenInFirst }) => `${takenInFirst ? `${compare.taken(rule)} ` : ''}${formatFigure(first, 4)}`,
      },
      {
        key: 'second',
        header: compare.second,
        isNumber: true,
        value: ({ second }) => figureValue(second),
        show: ({ second, takenInSecond }) =>
          `${takenInSecond ? `${compare.taken(rule)} ` : ''}${formatFigure(second, 4)}`,
      },
      {
        key: 'difference',
        header: compare.columns.difference,
        isNumber: true,
        value: ({ first, second }) => figureValue(first) - figureValue(second),
        show: ({ first, second }) => formatSigned(figureValue(first) - figureValue(second), 4),
      },
    ],
    [compare, samples, rule],
  );
  if (rows.length === 0) return null;
  return <DataTable caption={samples.choices} columns={columns} rows={rows} rowKey={({ place }) => String(place)} />;
}

import { Badge, Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { formatPercent } from '../../../format/format-number.js';
import type { Messages } from '../../../messages/messages.js';
import { useMessages } from '../../../messages/use-messages.js';
import { Warning } from '../../../page/warning.js';
import type { Column } from '../../../table/column.js';
import { DataTable } from '../../../table/data-table.js';
import type { Sample } from '../calls.js';
import { figureValue, formatFigure } from '../format-figure.js';
import { VisibleText } from '../visible-text/visible-text.js';

type Choices = NonNullable<Sample['explanation']['choices']>;
type Row = Choices['rows'][number] & { readonly place: number };

const DECIMALS = 4;

function columnsOf(choices: Choices, texts: Messages['samples']): readonly Column<Row>[] {
  const { rules, right } = choices;
  const { choiceColumns: headers, choiceHints: hints } = texts;
  const nats = (key: 'perCharacter' | 'perByte' | 'unconditional', length?: 'characters' | 'bytes'): Column<Row> => ({
    key,
    header: headers[key],
    hint: hints[key],
    isNumber: true,
    value: (row) => (row[key] === null ? null : figureValue(row[key])),
    show: (row) => `${formatFigure(row[key], DECIMALS)}${length === undefined ? '' : ` (${row[length] ?? '–'})`}`,
    ...(length === undefined ? {} : { saved: (row: Row) => ({ [length]: row[length] }) }),
  });
  const has = (measure: Choices['rules'][number]['measure']): boolean => rules.some((rule) => rule.measure === measure);
  const takenBy = ({ place }: Row) => rules.filter(({ chosen }) => chosen === place).map(({ metric }) => metric);
  return [
    { key: 'choice', header: headers.number, isNumber: true, value: ({ place }) => place + 1 },
    {
      key: 'right',
      header: headers.right,
      value: ({ place }) => (right === null ? null : Number(right.includes(place))),
      show: ({ place }) =>
        right?.includes(place) === true && (
          <Badge color="teal" variant="light" tt="none" miw="max-content">
            ✓ {texts.right}
          </Badge>
        ),
    },
    { key: 'text', header: headers.text, value: ({ text }) => text, show: ({ text }) => <VisibleText text={text} /> },
    {
      key: 'taken_by',
      header: headers.takenBy,
      hint: hints.takenBy,
      value: (row) => takenBy(row).join(', '),
      show: (row) =>
        takenBy(row).map((metric) => (
          <Badge key={metric} color="indigo" variant="light" tt="none" mr={4} miw="max-content">
            {metric}
          </Badge>
        )),
    },
    {
      key: 'log_probability',
      header: headers.logProbability,
      hint: hints.logProbability,
      isNumber: true,
      value: ({ logProbability }) => figureValue(logProbability),
      show: ({ logProbability }) => formatFigure(logProbability, DECIMALS),
    },
    {
      key: 'probability',
      header: headers.probability,
      hint: hints.probability,
      isNumber: true,
      value: ({ probability }) => figureValue(probability),
      show: ({ probability }) => formatPercent(figureValue(probability), 1),
    },
    ...(has('perCharacter') ? [nats('perCharacter', 'characters')] : []),
    ...(has('perByte') ? [nats('perByte', 'bytes')] : []),
    ...(has('gain') ? [nats('unconditional')] : []),
    {
      key: 'greedy',
      header: headers.greedy,
      hint: hints.greedy,
      value: ({ isGreedy }) => (isGreedy ? texts.yes : texts.no),
    },
  ];
}

/** The choices, what each got, which one each metric took, and which is right. */
export function ChoicesView(props: { readonly choices: Choices }): ReactNode {
  const { samples: texts } = useMessages();
  const { choices } = props;
  const { right, rightFrom } = choices;
  const rows = useMemo(() => choices.rows.map((row, place) => ({ ...row, place })), [choices]);
  const columns = useMemo(() => columnsOf(choices, texts), [choices, texts]);
  return (
    <>
      <DataTable caption={texts.choices} columns={columns} rows={rows} rowKey={({ place }) => String(place)} />
      {right === null && <Warning>{texts.rightUnknown}</Warning>}
      {rightFrom === 'elimination' && (
        <Text size="sm" c="dimmed" mt="xs">
          {texts.rightByElimination}
        </Text>
      )}
      {choices.rules.some(({ agrees }) => !agrees) && <Warning>{texts.choicesDisagree}</Warning>}
    </>
  );
}

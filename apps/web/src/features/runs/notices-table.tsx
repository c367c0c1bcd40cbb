import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { formatCount } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import type { ReportRow } from './calls.js';
import type { SampleMark } from './samples/samples-search.js';

type Samples = NonNullable<ReportRow['samples']>;

/** What is counted, with the mark that its samples bear. */
const NOTICES: readonly (readonly [SampleMark, (samples: Samples) => number])[] = [
  ['failed', ({ failed }) => failed],
  ['truncatedPrompt', ({ flags }) => flags.truncatedPrompts],
  ['truncatedAnswer', ({ flags }) => flags.truncatedAnswers],
  ['noAnswer', ({ flags }) => flags.noAnswers],
  ['tie', ({ flags }) => flags.ties],
  ['cached', ({ flags }) => flags.cachedResponses],
];

/** What a reader should know of the results: each number leads to its samples. */
export function NoticesTable(props: { readonly runId: string; readonly rows: readonly ReportRow[] }): ReactNode {
  const { language, messages } = useLanguage();
  const { runs: texts, samples: sampleTexts } = messages;
  const { runId, rows } = props;
  const tasks = useMemo(
    () =>
      rows.flatMap(({ name, alias, isFirst, samples }) =>
        isFirst && samples !== null && NOTICES.some(([, count]) => count(samples) > 0)
          ? [{ name, alias, samples }]
          : [],
      ),
    [rows],
  );
  const columns = useMemo(
    (): readonly Column<(typeof tasks)[number]>[] => [
      { key: 'task', header: texts.reportColumns.task, value: ({ name }) => name, show: ({ alias }) => alias },
      ...NOTICES.filter(([, count]) => tasks.some(({ samples }) => count(samples) > 0)).map(
        ([mark, count]): Column<(typeof tasks)[number]> => ({
          key: mark,
          header: sampleTexts.marks[mark],
          isNumber: true,
          value: ({ samples }) => count(samples),
          show: ({ name, samples }) =>
            count(samples) === 0 ? (
              '0'
            ) : (
              <Link to="/runs/$runId/tasks/$task" params={{ runId, task: name }} search={{ marks: mark }}>
                {formatCount(count(samples), language)}
              </Link>
            ),
        }),
      ),
    ],
    [tasks, texts, sampleTexts, runId, language],
  );
  if (tasks.length === 0) return <Text size="sm">{texts.noNotices}</Text>;
  return <DataTable caption={texts.notices} columns={columns} rows={tasks} rowKey={({ name }) => name} />;
}

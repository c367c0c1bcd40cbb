import { Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { formatCount, formatDuration, formatNumber, formatPercent } from '../../../format/format-number.js';
import { useLanguage } from '../../../messages/use-messages.js';
import { Panel } from '../../../page/panel.js';
import type { Column } from '../../../table/column.js';
import { DataTable } from '../../../table/data-table.js';
import { progressQuery, type RunProgress } from '../calls.js';
import { type ProgressPoint, rateOf, remainingMs, tokenRate, withPoint } from './progress-rate.js';

type TaskProgress = RunProgress['tasks'][number];

/** How far a run is, while it runs, wherever it runs. */
export function ProgressPanel(props: { readonly runId: string }): ReactNode {
  const { language, messages } = useLanguage();
  const { runs: texts } = messages;
  const { data } = useQuery(progressQuery(props.runId));
  const [points, setPoints] = useState<readonly ProgressPoint[]>([]);
  const { stored, expected } = useMemo(() => sumOf(data?.tasks ?? []), [data]);
  useEffect(() => {
    if (data !== undefined) setPoints((before) => withPoint(before, { at: data.at, stored }));
  }, [data, stored]);
  const columns = useMemo(
    (): readonly Column<TaskProgress>[] => [
      { key: 'task', header: texts.reportColumns.task, value: ({ task }) => task },
      {
        key: 'stored',
        header: texts.columns.documents,
        isNumber: true,
        value: (row) => row.stored,
        show: (row) => `${formatCount(row.stored, language)} / ${formatCount(row.expected, language)}`,
        saved: (row) => ({ expected: row.expected }),
      },
      {
        key: 'share',
        header: texts.share,
        isNumber: true,
        value: (row) => row.stored / Math.max(1, row.expected),
        show: (row) => formatPercent(row.stored / Math.max(1, row.expected)),
      },
      { key: 'failed', header: texts.failed, isNumber: true, value: ({ failed }) => failed },
    ],
    [texts, language],
  );
  if (data === undefined || data.status !== 'running') return null;
  const rate = rateOf(points);
  const tokens = tokenRate(data.session);
  const share = expected === 0 ? 0 : stored / expected;
  return (
    <Panel title={texts.progress} note={texts.progressNote}>
      <Progress.Root size="lg">
        <Progress.Section value={share * 100} aria-label={texts.progress} />
      </Progress.Root>
      <Text size="sm" mt={4}>
        {texts.progressText(formatCount(stored, language), formatCount(expected, language), formatPercent(share, 1))}
        {rate !== null && ` · ${texts.rate(formatNumber(rate, rate < 10 ? 1 : 0))}`}
        {tokens !== null && ` · ${texts.tokenRate(formatCount(Math.round(tokens), language))}`}
        {rate !== null && ` · ${texts.remaining(formatDuration(remainingMs(expected - stored, rate)))}`}
      </Text>
      <DataTable caption={texts.progress} columns={columns} rows={data.tasks} rowKey={({ task }) => task} />
    </Panel>
  );
}

function sumOf(tasks: readonly TaskProgress[]): { readonly stored: number; readonly expected: number } {
  return {
    stored: tasks.reduce((sum, task) => sum + task.stored, 0),
    expected: tasks.reduce((sum, task) => sum + task.expected, 0),
  };
}
